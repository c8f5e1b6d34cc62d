package org.acides.hiboo.identity.oidc.device;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/** Gives a device its two codes (RFC 8628 §3.1, §3.2). */
@Component
class DeviceAuthorization implements AuthenticationProvider {

    private final Devices devices;

    DeviceAuthorization(Devices devices) {
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var request = (OAuth2DeviceAuthorizationRequestAuthenticationToken) asked;
        RegisteredClient client = client(request);
        if (!client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.DEVICE_CODE) || !ClientOf.open(client))
            throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "not for this client");
        // As at the authorization endpoint: what it may not have is left out, and the token answer says so.
        Set<String> scopes = new LinkedHashSet<>(request.getScopes());
        scopes.retainAll(client.getScopes());
        if (scopes.isEmpty() && !request.getScopes().isEmpty())
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "this client may have none of these scopes");
        Devices.Begun begun = devices.begin(ClientOf.service(client), scopes);
        var issuedAt = begun.endsAt().minus(Devices.PATIENCE);
        return new OAuth2DeviceAuthorizationRequestAuthenticationToken(
                (Authentication) request.getPrincipal(),
                scopes,
                new OAuth2DeviceCode(begun.deviceCode(), issuedAt, begun.endsAt()),
                new OAuth2UserCode(begun.userCode().toString(), issuedAt, begun.endsAt()));
    }

    private static RegisteredClient client(Authentication asked) {
        if (!(asked.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) || !client.isAuthenticated())
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        return Objects.requireNonNull(client.getRegisteredClient());
    }

    private static OAuth2AuthenticationException refused(String error, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(error, why, null));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2DeviceAuthorizationRequestAuthenticationToken.class.isAssignableFrom(type);
    }
}
