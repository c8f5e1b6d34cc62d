package org.acides.hiboo.identity.ownerlink;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.service.Services;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers an account about its own live profiles. It never answers a profile about its account. */
@Component
public class OwnerLinks {

    private final JdbcClient jdbc;
    private final OwnerTags tags;
    private final Services services;

    OwnerLinks(JdbcClient jdbc, OwnerTags tags, Services services) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.services = services;
    }

    /** The account's live profiles on a service, beyond its quota too when that was lowered. In no order. */
    public List<ProfileId> profilesOf(AccountId account, ServiceRef service) {
        return held(tags.of(account, service));
    }

    /** The account's live profiles everywhere. In no order. */
    public List<ProfileId> profilesOf(AccountId account) {
        return held(services.all().stream()
                .flatMap(service -> Stream.of(tags.of(account, service)))
                .toArray(byte[][]::new));
    }

    /** Whether the profile is live and the account's, on that service. */
    public boolean owns(AccountId account, ServiceRef service, ProfileId profile) {
        return jdbc.sql("SELECT owner_tag FROM identity.owner_link WHERE profile_id = ?")
                .param(profile.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .filter(tag -> Arrays.stream(tags.of(account, service)).anyMatch(own -> Arrays.equals(own, tag)))
                .isPresent();
    }

    private List<ProfileId> held(byte[][] slots) {
        return jdbc
                .sql("SELECT profile_id FROM identity.owner_link WHERE owner_tag = ANY(?)")
                .param(slots)
                .query(UUID.class)
                .list()
                .stream()
                .map(ProfileId::new)
                .toList();
    }
}
