package org.acides.hiboo.identity.oidc.token;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.acides.hiboo.identity.api.queries.FindKnownOfMe;
import org.acides.hiboo.identity.api.queries.KnownOfMe;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.profile.HeldProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells members what their services know of their profiles. */
@Component
class WhatIsKnown {

    private final Profiles profiles;
    private final OwnerLinks owners;
    private final Tags tags;
    private final Seen seen;
    private final JdbcClient jdbc;

    WhatIsKnown(Profiles profiles, OwnerLinks owners, Tags tags, Seen seen, JdbcClient jdbc) {
        this.profiles = profiles;
        this.owners = owners;
        this.tags = tags;
        this.seen = seen;
        this.jdbc = jdbc;
    }

    private record Held(String scopes, boolean offline) {}

    @QueryHandler
    Optional<KnownOfMe> handle(FindKnownOfMe query) {
        return profiles.held(query.profileId())
                .filter(profile -> owners.owns(query.accountId(), profile.service(), profile.id()))
                .map(this::known);
    }

    private KnownOfMe known(HeldProfile profile) {
        UUID id = profile.id().value();
        List<Held> grants = jdbc.sql(
                        "SELECT scopes, offline FROM identity.oidc_grant WHERE profile_id = ? AND redeemed")
                .param(id)
                .query((row, number) -> new Held(row.getString(1), row.getBoolean(2)))
                .list();
        TreeSet<String> scopes = new TreeSet<>();
        grants.forEach(grant -> scopes.addAll(GrantRow.words(grant.scopes())));
        jdbc.sql("SELECT scopes FROM identity.oidc_consent WHERE profile_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(agreed -> scopes.addAll(GrantRow.words(agreed)));
        return new KnownOfMe(
                profile.id(),
                profile.username(),
                profile.alias(),
                profile.silenced(),
                tags.of(profile.service(), profile.id()),
                List.copyOf(scopes),
                grants.size(),
                grants.stream().anyMatch(Held::offline),
                seen.last(profile.id()).orElse(null));
    }
}
