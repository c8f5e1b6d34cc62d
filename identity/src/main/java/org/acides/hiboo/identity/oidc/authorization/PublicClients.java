package org.acides.hiboo.identity.oidc.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/**
 * Clients without a secret, where Spring Authorization Server knows them only by a code's verifier: they push requests,
 * ask for devices, refresh and revoke under their name (RFC 6749 §3.2.1). What they bring, a token, is what proves them.
 */
@Component
class PublicClients implements AuthenticationConverter, AuthenticationProvider {

    private static final Set<String> PROOFS = Set.of("client_secret", "client_assertion", "code_verifier");

    private static final Set<@Nullable String> GRANTS =
            new HashSet<>(List.of("refresh_token", AuthorizationGrantType.DEVICE_CODE.getValue()));

    private final RegisteredClientRepository clients;

    PublicClients(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String[] id = request.getParameterValues("client_id");
        boolean bare = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && PROOFS.stream().allMatch(proof -> request.getParameter(proof) == null);
        if (!bare || id == null || id.length != 1 || id[0].isEmpty() || !enough(request)) return null;
        return new OAuth2ClientAuthenticationToken(id[0], ClientAuthenticationMethod.NONE, null, Map.of());
    }

    private static boolean enough(HttpServletRequest request) {
        return switch (request.getServletPath()) {
            case "/oauth2/par", "/oauth2/revoke", "/oauth2/device_authorization" -> true;
            case "/oauth2/token" -> GRANTS.contains(request.getParameter("grant_type"));
            default -> false;
        };
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        OAuth2ClientAuthenticationToken named = (OAuth2ClientAuthenticationToken) authentication;
        if (!ClientAuthenticationMethod.NONE.equals(named.getClientAuthenticationMethod())
                || named.getAdditionalParameters().containsKey("code_verifier")) return null;
        RegisteredClient client = clients.findByClientId(named.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
