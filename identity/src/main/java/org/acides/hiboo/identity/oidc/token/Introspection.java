package org.acides.hiboo.identity.oidc.token;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells a client about its own tokens (RFC 7662); another's are as inactive to it as those that nobody has. */
@Component
class Introspection implements AuthenticationProvider {

    private final AccessTokens accessTokens;
    private final Grants grants;
    private final Handles handles;
    private final TokenClaims claims;
    private final Clock clock;

    Introspection(AccessTokens accessTokens, Grants grants, Handles handles, TokenClaims claims, Clock clock) {
        this.accessTokens = accessTokens;
        this.grants = grants;
        this.handles = handles;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        OAuth2TokenIntrospectionAuthenticationToken question = (OAuth2TokenIntrospectionAuthenticationToken) asked;
        if (!(question.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) || !client.isAuthenticated())
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        String clientId = String.valueOf(client.getPrincipal());
        OAuth2TokenIntrospection answer = access(question.getToken(), clientId)
                .or(() -> refresh(question.getToken(), clientId))
                .orElseGet(() -> OAuth2TokenIntrospection.builder(false).build());
        return new OAuth2TokenIntrospectionAuthenticationToken(question.getToken(), client, answer);
    }

    private Optional<OAuth2TokenIntrospection> access(String token, String clientId) {
        return accessTokens
                .find(token)
                .filter(good -> good.clientId().equals(clientId))
                .map(good -> bound(Holders.key(good.claims()))
                        .clientId(clientId)
                        .subject((String) good.claims().get("sub"))
                        .issuer((String) good.claims().get("iss"))
                        .audiences(all -> all.addAll(audience(good)))
                        .id((String) good.claims().get("jti"))
                        .scopes(all -> all.addAll(good.scopes()))
                        .tokenType(Holders.key(good.claims()) == null ? "Bearer" : "DPoP")
                        .issuedAt(good.at("iat"))
                        .expiresAt(good.at("exp"))
                        .claims(all -> proved(good.claims(), all))
                        .build());
    }

    /** How the person was known (RFC 9470 §6.2). */
    private static void proved(Map<String, Object> token, Map<String, Object> answer) {
        for (String name : List.of("acr", "amr")) if (token.containsKey(name)) answer.put(name, token.get(name));
    }

    private Optional<OAuth2TokenIntrospection> refresh(String token, String clientId) {
        return handles.grantOf(token)
                .flatMap(grants::byId)
                .filter(grant -> grant.clientId().equals(clientId))
                .flatMap(grant -> Optional.ofNullable(grant.latest())
                        .filter(latest -> MessageDigest.isEqual(latest.refreshHash(), Secret.digest(token)))
                        .map(Grant.Latest::refreshEndsAt)
                        .filter(clock.instant()::isBefore)
                        .map(ends -> bound(grant.key())
                                .clientId(clientId)
                                .subject(claims.subject(grant))
                                .scopes(all -> all.addAll(grant.scopes()))
                                .expiresAt(ends)
                                .build()));
    }

    private static List<String> audience(AccessTokens.Good good) {
        return good.claims().get("aud") instanceof Collection<?> all
                ? all.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** RFC 9449 §6.2. */
    private static OAuth2TokenIntrospection.Builder bound(@Nullable String key) {
        OAuth2TokenIntrospection.Builder answer = OAuth2TokenIntrospection.builder(true);
        return key == null ? answer : answer.claim("cnf", Holders.confirmation(key));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(type);
    }
}
