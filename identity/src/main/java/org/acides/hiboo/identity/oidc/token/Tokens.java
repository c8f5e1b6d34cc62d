package org.acides.hiboo.identity.oidc.token;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.oidc.client.TokenLifetimes;
import org.acides.hiboo.identity.oidc.logout.Entries;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Makes every token that an application gets, for public clients too. A service that is not open gets none. */
@Component
class Tokens implements OAuth2TokenGenerator<OAuth2Token> {

    private final SignedTokens signed;
    private final TokenClaims claims;
    private final Handles handles;
    private final Tags tags;
    private final Entries entries;
    private final Holders holders;
    private final TokenLifetimes lifetimes;
    private final Clock clock;

    Tokens(
            SignedTokens signed,
            TokenClaims claims,
            Handles handles,
            Tags tags,
            Entries entries,
            Holders holders,
            TokenLifetimes lifetimes,
            Clock clock) {
        this.signed = signed;
        this.claims = claims;
        this.handles = handles;
        this.tags = tags;
        this.entries = entries;
        this.holders = holders;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        requireOpen(context.getRegisteredClient());
        return switch (context.getTokenType().getValue()) {
            case "access_token" -> access(context);
            case "refresh_token" -> refresh(grant(context));
            case "id_token" -> id(context, grant(context));
            default -> null;
        };
    }

    private Jwt access(OAuth2TokenContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        Grant grant = authorization == null ? null : authorization.getAttribute(Authorizations.GRANT);
        String id = handles.name(grant == null ? UUID.randomUUID() : grant.id());
        Instant now = now();
        TokenClaims.Frame frame = new TokenClaims.Frame(
                context.getAuthorizationServerContext().getIssuer(),
                context.getRegisteredClient().getClientId(),
                now,
                now.plus(lifetimes.access()));
        return signed.sign(
                ClientOf.algorithm(context.getRegisteredClient()),
                SignedTokens.ACCESS,
                claims.access(
                        frame,
                        id,
                        context.getAuthorizedScopes(),
                        grant,
                        holders.asking(context.getRegisteredClient(), grant)));
    }

    /** Never beyond the end of its family. */
    private OAuth2RefreshToken refresh(Grant grant) {
        Instant now = clock.instant();
        Instant unused = now.plus(lifetimes.refresh());
        Instant ends = unused.isBefore(grant.endsAt()) ? unused : grant.endsAt();
        if (!now.isBefore(ends)) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        return new OAuth2RefreshToken(handles.refreshToken(grant.id()), now, ends);
    }

    private Jwt id(OAuth2TokenContext context, Grant grant) {
        OAuth2Authorization authorization = Objects.requireNonNull(context.getAuthorization());
        String accessToken = Objects.requireNonNull(authorization.getAccessToken())
                .getToken()
                .getTokenValue();
        Instant now = now();
        TokenClaims.Frame frame = new TokenClaims.Frame(
                context.getAuthorizationServerContext().getIssuer(),
                context.getRegisteredClient().getClientId(),
                now,
                now.plus(lifetimes.access()));
        // Before the code is redeemed: whatever ends the session ends the grant first, and finds this entry then.
        if (grant.latest() == null && ClientOf.hearsOfLogout(context.getRegisteredClient()))
            entries.note(
                    grant.service(),
                    grant.grantee().profile(),
                    tags.sid(grant.grantee().sessionTag()));
        var algorithm = ClientOf.algorithm(context.getRegisteredClient());
        return signed.sign(algorithm, SignedTokens.ID, claims.id(frame, grant, algorithm, accessToken));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Grant grant(OAuth2TokenContext context) {
        OAuth2Authorization authorization = Objects.requireNonNull(context.getAuthorization());
        return Objects.requireNonNull(authorization.getAttribute(Authorizations.GRANT));
    }

    private static void requireOpen(RegisteredClient client) {
        if (!ClientOf.open(client))
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "the service is closed", null));
    }
}
