package org.acides.hiboo.identity.oidc.device;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.token.CodesElsewhere;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Answers a device that asks whether its code was confirmed (RFC 8628 §3.4, §3.5): if it was, as for any other code. */
@Component
class DeviceGrant implements AuthenticationProvider {

    private static final Map<Devices.Poll, String> ERRORS = Map.of(
            Devices.Poll.PENDING, "authorization_pending",
            Devices.Poll.HASTY, "slow_down",
            Devices.Poll.DENIED, "access_denied",
            Devices.Poll.EXPIRED, "expired_token");

    private final Devices devices;
    private final OAuth2AuthorizationCodeAuthenticationProvider codes;

    DeviceGrant(
            Devices devices,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        this.devices = devices;
        codes = new OAuth2AuthorizationCodeAuthenticationProvider(authorizations, tokens);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var request = (OAuth2DeviceCodeAuthenticationToken) asked;
        if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken known) || !known.isAuthenticated())
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        RegisteredClient client = Objects.requireNonNull(known.getRegisteredClient());
        if (!client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.DEVICE_CODE))
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        String code = request.getDeviceCode();
        Optional<Devices.Poll> poll = devices.poll(Secret.digest(code), ClientOf.service(client));
        if (poll.isPresent())
            throw new OAuth2AuthenticationException(new OAuth2Error(ERRORS.get(poll.get()), "", null));
        return codes.authenticate(
                new OAuth2AuthorizationCodeAuthenticationToken(code, known, CodesElsewhere.DEVICE, Map.of()));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2DeviceCodeAuthenticationToken.class.isAssignableFrom(type);
    }
}
