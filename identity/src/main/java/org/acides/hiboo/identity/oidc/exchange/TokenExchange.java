package org.acides.hiboo.identity.oidc.exchange;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.token.LesserTokens;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Gives a service that holds a profile's access token of its own another one for a part of itself: fewer scopes, another
 * audience, no longer life, and in {@code act} who asked (RFC 8693 §2.1, §4.1). The subject stays what the service knows.
 */
@Component
class TokenExchange implements AuthenticationProvider {

    private static final String INVALID_TARGET = "invalid_target";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final LesserTokens tokens;

    TokenExchange(LesserTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var request = (OAuth2TokenExchangeAuthenticationToken) asked;
        if (!(request.getPrincipal() instanceof OAuth2ClientAuthenticationToken known) || !known.isAuthenticated())
            throw refused(OAuth2ErrorCodes.INVALID_CLIENT, "");
        RegisteredClient client = Objects.requireNonNull(known.getRegisteredClient());
        boolean proved = !ClientAuthenticationMethod.NONE.equals(known.getClientAuthenticationMethod());
        if (!proved
                || !client.getAuthorizationGrantTypes().contains(AuthorizationGrantType.TOKEN_EXCHANGE)
                || !ClientOf.open(client)) throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "not for this client");
        form(request);
        LesserTokens.Subject subject = tokens.find(request.getSubjectToken(), client.getClientId())
                .orElseThrow(() -> refused(
                        OAuth2ErrorCodes.INVALID_REQUEST, "subject_token: over, or no profile's token of this client"));
        String target = Target.of(client, request.getResources(), request.getAudiences())
                .orElseThrow(() -> refused(INVALID_TARGET, "this client may aim at itself and at its own hosts"));
        return new OAuth2AccessTokenAuthenticationToken(
                client,
                known,
                tokens.issue(client, subject, scopes(request, subject), target),
                null,
                Map.of("issued_token_type", ACCESS_TOKEN));
    }

    private static void form(OAuth2TokenExchangeAuthenticationToken request) {
        if (request.getActorToken() != null)
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "actor_token: the client itself acts");
        if (!ACCESS_TOKEN.equals(request.getSubjectTokenType())
                || !ACCESS_TOKEN.equals(request.getRequestedTokenType()))
            throw refused(OAuth2ErrorCodes.INVALID_REQUEST, "only access tokens, for access tokens");
    }

    /** Without a word, all but what lives on when nobody is there. */
    private static Set<String> scopes(OAuth2TokenExchangeAuthenticationToken request, LesserTokens.Subject subject) {
        Set<String> scopes = new LinkedHashSet<>(subject.scopes());
        scopes.remove("offline_access");
        if (request.getScopes().isEmpty()) return scopes;
        if (!scopes.containsAll(request.getScopes()))
            throw refused(OAuth2ErrorCodes.INVALID_SCOPE, "more than the subject token has");
        return request.getScopes();
    }

    private static OAuth2AuthenticationException refused(String error, String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(error, why, null));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2TokenExchangeAuthenticationToken.class.isAssignableFrom(type);
    }
}
