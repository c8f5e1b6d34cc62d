package org.acides.hiboo.identity.oidc.token;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.client.TokenLifetimes;
import org.acides.hiboo.identity.oidc.dpop.Proofs;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Access tokens made from access tokens. Each belongs to the grant of the one that it was made from, and ends with it; none
 * is kept.
 */
@Component
public class LesserTokens {

    private final AccessTokens tokens;
    private final SignedTokens signed;
    private final TokenClaims claims;
    private final Handles handles;
    private final Holders holders;
    private final TokenLifetimes lifetimes;
    private final PublicAddress issuer;
    private final Clock clock;

    LesserTokens(
            AccessTokens tokens,
            SignedTokens signed,
            TokenClaims claims,
            Handles handles,
            Holders holders,
            TokenLifetimes lifetimes,
            PublicAddress issuer,
            Clock clock) {
        this.tokens = tokens;
        this.signed = signed;
        this.claims = claims;
        this.handles = handles;
        this.holders = holders;
        this.lifetimes = lifetimes;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** A good access token of a profile. */
    public static final class Subject {

        private final AccessTokens.Good token;
        private final Grant grant;

        private Subject(AccessTokens.Good token, Grant grant) {
            this.token = token;
            this.grant = grant;
        }

        public Set<String> scopes() {
            return token.scopes();
        }
    }

    /** Empty unless it is a profile's token that was given to that client for itself. */
    public Optional<Subject> find(String token, String clientId) {
        return tokens.find(token)
                .filter(good -> good.clientId().equals(clientId) && good.isFor(clientId))
                .flatMap(good -> Optional.ofNullable(good.grant()).map(grant -> new Subject(good, grant)));
    }

    /**
     * @param scopes no more than the subject's
     * @param audience {@code aud}
     */
    public OAuth2AccessToken issue(RegisteredClient client, Subject subject, Set<String> scopes, String audience) {
        String key = holders.asking(client, null);
        if (key == null && Holders.key(subject.token.claims()) != null)
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(Proofs.INVALID, "a bound token is exchanged for a bound one", null));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant usual = now.plus(lifetimes.access());
        Instant ends = subject.token.at("exp").isBefore(usual) ? subject.token.at("exp") : usual;
        var frame = new TokenClaims.Frame(issuer.origin().toString(), client.getClientId(), now, ends);
        Map<String, Object> said = claims.access(frame, handles.name(subject.grant.id()), scopes, subject.grant, key);
        said.put("aud", List.of(audience));
        said.put("act", Map.of("sub", client.getClientId()));
        Jwt token = signed.sign(ClientOf.algorithm(client), SignedTokens.ACCESS, said);
        return new OAuth2AccessToken(type(key), token.getTokenValue(), now, ends, scopes);
    }

    private static OAuth2AccessToken.TokenType type(@Nullable String key) {
        return key == null ? OAuth2AccessToken.TokenType.BEARER : OAuth2AccessToken.TokenType.DPOP;
    }
}
