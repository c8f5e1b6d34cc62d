package org.acides.hiboo.identity.oidc.token;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/** What a profile agreed to let its service know: a profile has one service, hence one consent. */
@Component
class Consents implements OAuth2AuthorizationConsentService {

    private static final String AUTHORITY = "SCOPE_";

    private final JdbcClient jdbc;
    private final Grants grants;

    Consents(JdbcClient jdbc, Grants grants) {
        this.jdbc = jdbc;
        this.grants = grants;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        jdbc.sql("INSERT INTO identity.oidc_consent (profile_id, service_id, scopes) VALUES (?, ?, ?)"
                        + " ON CONFLICT (profile_id) DO UPDATE SET scopes = EXCLUDED.scopes")
                .param(UUID.fromString(consent.getPrincipalName()))
                .param(UUID.fromString(consent.getRegisteredClientId()))
                .param(String.join(" ", consent.getScopes()))
                .update();
    }

    /** Takes back what was given under it as well, codes of a moment ago included. */
    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        UUID profile = UUID.fromString(consent.getPrincipalName());
        forget(profile);
        grants.endOf(List.of(profile));
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String principal) {
        Optional<Set<String>> scopes = jdbc.sql(
                        "SELECT scopes FROM identity.oidc_consent WHERE profile_id = ? AND service_id = ?")
                .param(UUID.fromString(principal))
                .param(UUID.fromString(client))
                .query(String.class)
                .optional()
                .map(GrantRow::words);
        if (scopes.isEmpty() || scopes.get().isEmpty()) return null;
        return OAuth2AuthorizationConsent.withId(client, principal)
                .authorities(
                        all -> scopes.get().forEach(scope -> all.add(new SimpleGrantedAuthority(AUTHORITY + scope))))
                .build();
    }

    void forget(UUID profile) {
        jdbc.sql("DELETE FROM identity.oidc_consent WHERE profile_id = ?")
                .param(profile)
                .update();
    }
}
