package org.acides.hiboo.identity.oidc.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Lets clients that can keep no secret refresh, revoke and push requests: they say who they are, and the token, or the
 * PKCE challenge, proves the rest. The server itself knows them at the redemption of a code alone. What they get by
 * rotation is single-use, as RFC 9700 §4.14.2 wants of public clients.
 */
@Component
class PublicClients implements AuthenticationConverter, AuthenticationProvider {

    private static final String MARK = "hiboo.public";

    private final RegisteredClientRepository clients;

    PublicClients(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] ids = request.getParameterValues("client_id");
        boolean provesMore = request.getHeader("Authorization") != null
                || request.getParameter("client_secret") != null
                || request.getParameter("client_assertion") != null;
        if (ids == null || ids.length != 1 || provesMore || !serves(request)) return null;
        return new OAuth2ClientAuthenticationToken(ids[0], ClientAuthenticationMethod.NONE, null, Map.of(MARK, true));
    }

    private static boolean serves(HttpServletRequest request) {
        if ("refresh_token".equals(request.getParameter("grant_type"))) return true;
        AuthorizationServerSettings settings =
                AuthorizationServerContextHolder.getContext().getAuthorizationServerSettings();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Set.of(settings.getTokenRevocationEndpoint(), settings.getPushedAuthorizationRequestEndpoint())
                .contains(path);
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken asked = (OAuth2ClientAuthenticationToken) authentication;
        if (!asked.getAdditionalParameters().containsKey(MARK)) return null;
        RegisteredClient client = clients.findByClientId(String.valueOf(asked.getPrincipal()));
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
