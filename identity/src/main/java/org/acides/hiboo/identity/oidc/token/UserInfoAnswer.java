package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.http.converter.OidcUserInfoHttpMessageConverter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Answers in plain JSON, or signed for clients that registered so (OpenID Connect Core §5.3.2). */
@Component
class UserInfoAnswer implements AuthenticationSuccessHandler {

    private final OidcUserInfoHttpMessageConverter json = new OidcUserInfoHttpMessageConverter();
    private final SignedTokens signed;
    private final PublicAddress issuer;

    UserInfoAnswer(SignedTokens signed, PublicAddress issuer) {
        this.signed = signed;
        this.issuer = issuer;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication answered) throws IOException {
        OidcUserInfo person = ((OidcUserInfoAuthenticationToken) answered).getUserInfo();
        Grant grant = answered.getPrincipal() instanceof Bearer bearer
                ? bearer.token().grant()
                : null;
        if (person == null || grant == null) throw new IllegalStateException("an answer about nobody");
        if (grant.userinfoAlgorithm().isEmpty()) {
            json.write(person, null, new ServletServerHttpResponse(response));
            return;
        }
        Map<String, Object> claims = new LinkedHashMap<>(person.getClaims());
        claims.put("iss", issuer.origin().toString());
        claims.put("aud", List.of(grant.clientId()));
        String token = signed.sign(JWSAlgorithm.parse(grant.userinfoAlgorithm()), SignedTokens.ID, claims)
                .getTokenValue();
        response.setContentType("application/jwt");
        response.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
    }
}
