package org.acides.hiboo.identity.oidc.token;

import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.identity.oidc.client.TokenLifetimes;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a request that was agreed to into a grant with a code. */
@Component
class Issue {

    /** The attribute of an authorization that waited, and whose row has been answered. */
    static final String WAITED = "hiboo.waited";

    private final Grants grants;
    private final Pending pending;
    private final RegisteredClientRepository clients;
    private final Tags tags;
    private final TokenLifetimes lifetimes;
    private final Seen seen;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Issue(
            Grants grants,
            Pending pending,
            RegisteredClientRepository clients,
            Tags tags,
            TokenLifetimes lifetimes,
            Seen seen,
            TransactionTemplate transaction,
            Clock clock) {
        this.grants = grants;
        this.pending = pending;
        this.clients = clients;
        this.tags = tags;
        this.lifetimes = lifetimes;
        this.seen = seen;
        this.transaction = transaction;
        this.clock = clock;
    }

    void code(OAuth2Authorization authorization) {
        OAuth2AuthorizationRequest request =
                Objects.requireNonNull(authorization.getAttribute(OAuth2AuthorizationRequest.class.getName()));
        OAuth2AuthorizationCode code = Objects.requireNonNull(authorization.getToken(OAuth2AuthorizationCode.class))
                .getToken();
        Map<String, Object> more = request.getAdditionalParameters();
        Set<String> scopes = authorization.getAuthorizedScopes();
        AskedClaims claims = AskedClaims.of(
                request,
                more.containsKey("claims") ? allowed(authorization.getRegisteredClientId(), scopes) : scopes::contains);
        UUID id = UUID.fromString(authorization.getId());
        boolean waited = authorization.getAttribute(WAITED) != null;
        Grant grant = new Grant(
                // A request that waited may be answered twice, by a double click: each answer is a grant of its own.
                waited ? UUID.randomUUID() : id,
                ServiceRef.of(authorization.getRegisteredClientId()),
                request.getClientId(),
                Objects.requireNonNull(grantee(authorization), "nobody grants this"),
                scopes,
                (String) more.get("nonce"),
                new Grant.Code(
                        Objects.requireNonNullElse(request.getRedirectUri(), ""),
                        (String) more.get("code_challenge"),
                        clock.instant().plus(lifetimes.code())),
                (String) more.get("dpop_jkt"),
                claims.idToken(),
                claims.userinfo(),
                "",
                clock.instant().plus(lifetimes.family()),
                null,
                "",
                "");
        byte[] hash = Secret.digest(code.getTokenValue());
        if (waited) transaction.executeWithoutResult(one -> answer(id, grant, hash));
        else issue(grant, hash);
    }

    /** Whoever declines at the same moment waits for this, and takes it back; or was faster, and there is nothing. */
    private void answer(UUID waiting, Grant grant, byte[] hash) {
        if (!pending.answered(waiting)) throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
        issue(grant, hash);
    }

    private void issue(Grant grant, byte[] hash) {
        grants.issue(grant, hash, seen.today(grant.grantee().profile()));
    }

    /** Who grants it, if somebody is there already. */
    @Nullable
    Grantee grantee(OAuth2Authorization authorization) {
        Object principal = authorization.getAttribute(Principal.class.getName());
        if (principal instanceof Grantee restored) return restored;
        if (!(principal instanceof EnteredAs entered)) return null;
        if (!entered.service().toString().equals(authorization.getRegisteredClientId()))
            throw new IllegalStateException("a profile of another service");
        return new Grantee(
                entered.profile(),
                tags.tag(entered.session(), entered.profile()),
                entered.authenticatedAt(),
                entered.methods());
    }

    /**
     * A single claim is told to whom its scope was granted. Where the member is shown no consent page, it suffices that the
     * client might have asked for the scope.
     */
    private Predicate<String> allowed(String client, Set<String> granted) {
        RegisteredClient known = Objects.requireNonNull(clients.findById(client));
        return scope -> granted.contains(scope)
                || (!known.getClientSettings().isRequireAuthorizationConsent()
                        && known.getScopes().contains(scope));
    }
}
