package org.acides.hiboo.identity.oidc.token;

import java.security.MessageDigest;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the authorization server asks to be kept and found. It saves an authorization at every step, always as a whole:
 * here the step is told from what is in it, and costs one statement. Tokens of clients that act for nobody are not kept.
 */
@Component
class Authorizations implements OAuth2AuthorizationService {

    /** The attribute under which an authorization carries the {@link Grant} that it was made from. */
    static final String GRANT = "hiboo.grant";

    private static final String STATE = OAuth2ParameterNames.STATE;
    private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();

    private final Grants grants;
    private final Pending pending;
    private final Issue issue;
    private final Handles handles;
    private final Clock clock;

    Authorizations(Grants grants, Pending pending, Issue issue, Handles handles, Clock clock) {
        this.grants = grants;
        this.pending = pending;
        this.issue = issue;
        this.handles = handles;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Grant grant = authorization.getAttribute(GRANT);
        if (grant != null) tokens(grant, authorization);
        else if (authorization.getToken(OAuth2AuthorizationCode.class) != null) issue.code(authorization);
        else if (authorization.getAttribute(STATE) != null) wait(authorization);
        else if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType()))
            throw new IllegalArgumentException("an authorization at no known step");
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        UUID id = UUID.fromString(authorization.getId());
        if (authorization.getAttribute(STATE) != null) pending.remove(id);
        else grants.end(id);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return grants.byId(UUID.fromString(id))
                .map(grant -> restore(grant).build())
                .orElse(null);
    }

    /** Codes, refresh tokens and states. Nobody looks here for access and ID tokens. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null || token.length() > 4096) return null;
        return switch (type.getValue()) {
            case OAuth2ParameterNames.CODE -> onceARequest(token);
            case OAuth2ParameterNames.REFRESH_TOKEN -> byRefreshToken(token).orElse(null);
            case STATE ->
                pending.find(token).map(waiting -> restore(waiting, token)).orElse(null);
            default -> null;
        };
    }

    /** PKCE and the redemption each ask for it; whether it was still there is decided when it is redeemed. */
    private @Nullable OAuth2Authorization onceARequest(String code) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) return byCode(code).orElse(null);
        String name = getClass().getName() + code;
        Object found = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (found == null) {
            found = byCode(code);
            request.setAttribute(name, found, RequestAttributes.SCOPE_REQUEST);
        }
        return found instanceof Optional<?> known
                ? known.map(OAuth2Authorization.class::cast).orElse(null)
                : null;
    }

    private Optional<OAuth2Authorization> byCode(String code) {
        Optional<Grant> grant = grants.byCode(Secret.digest(code));
        // Used again, by whomever: what it gave is taken back (RFC 6749 §4.1.2).
        grant.filter(used -> used.latest() != null).ifPresent(used -> grants.end(used.id()));
        return grant.filter(fresh -> fresh.latest() == null)
                .filter(fresh -> clock.instant().isBefore(fresh.code().endsAt()))
                .map(fresh -> restore(fresh)
                        .token(new OAuth2AuthorizationCode(
                                code,
                                fresh.code().endsAt().minusSeconds(1),
                                fresh.code().endsAt()))
                        .attribute(REQUEST, request(fresh))
                        .build());
    }

    private Optional<OAuth2Authorization> byRefreshToken(String token) {
        Optional<Grant> grant = handles.grantOf(token).flatMap(grants::byId);
        if (grant.isEmpty()) return Optional.empty();
        Grant.Latest latest = grant.get().latest();
        // Replaced, and yet used: one of two who hold it is a thief, and nobody can tell which (RFC 9700 §4.14.2).
        if (latest == null || !MessageDigest.isEqual(Secret.digest(token), latest.refreshHash())) {
            grants.end(grant.get().id());
            return Optional.empty();
        }
        var ends = latest.refreshEndsAt();
        if (ends == null || !clock.instant().isBefore(ends)) return Optional.empty();
        return Optional.of(restore(grant.get())
                .refreshToken(new OAuth2RefreshToken(token, ends.minusSeconds(1), ends))
                .build());
    }

    private void tokens(Grant grant, OAuth2Authorization authorization) {
        var access = authorization.getAccessToken();
        var refresh = authorization.getRefreshToken();
        if (access == null || access.isInvalidated() || (refresh != null && refresh.isInvalidated())) {
            grants.end(grant.id());
            return;
        }
        Grant.Latest latest = new Grant.Latest(
                Secret.digest(access.getToken().getTokenValue()),
                access.getToken().getScopes(),
                java.util.Objects.requireNonNull(access.getToken().getExpiresAt()),
                refresh == null ? null : Secret.digest(refresh.getToken().getTokenValue()),
                refresh == null ? null : refresh.getToken().getExpiresAt());
        Grant.Latest before = grant.latest();
        boolean won = before == null
                ? grants.redeem(grant.id(), latest, Holders.refreshing(access.getClaims()))
                : grants.rotate(
                        grant.id(), java.util.Objects.requireNonNull(before.refreshHash()), latest, grant.key());
        if (won) return;
        grants.end(grant.id());
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }

    private void wait(OAuth2Authorization authorization) {
        pending.save(
                new Pending.Waiting(
                        UUID.fromString(authorization.getId()),
                        ServiceRef.of(authorization.getRegisteredClientId()),
                        issue.grantee(authorization),
                        java.util.Objects.requireNonNull(authorization.getAttribute(REQUEST))),
                java.util.Objects.requireNonNull(authorization.getAttribute(STATE)));
    }

    private static OAuth2Authorization restore(Pending.Waiting waiting, String state) {
        Named builder = new Named(waiting.service());
        builder.id(waiting.id().toString())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .principalName(waiting.request().getClientId())
                .attribute(REQUEST, waiting.request())
                .attribute(STATE, state)
                .attribute(Issue.WAITED, true);
        Grantee grantee = waiting.grantee();
        if (grantee != null) builder.principalName(grantee.getName()).attribute(Principal.class.getName(), grantee);
        return builder.build();
    }

    private static OAuth2Authorization.Builder restore(Grant grant) {
        return new Named(grant.service())
                .id(grant.id().toString())
                .principalName(grant.grantee().getName())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(grant.scopes())
                .attribute(Principal.class.getName(), grant.grantee())
                .attribute(GRANT, grant);
    }

    private static OAuth2AuthorizationRequest request(Grant grant) {
        String challenge = grant.code().challenge();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri("-")
                .authorizationRequestUri("-")
                .clientId(grant.clientId())
                .redirectUri(grant.code().redirectUri())
                .scopes(grant.scopes())
                .additionalParameters(
                        challenge == null
                                ? Map.of()
                                : Map.of("code_challenge", challenge, "code_challenge_method", "S256"))
                .build();
    }

    /** Needs a client's identifier alone, where the server's own way in wants the whole client. */
    private static final class Named extends OAuth2Authorization.Builder {
        Named(ServiceRef client) {
            super(client.toString());
        }
    }
}
