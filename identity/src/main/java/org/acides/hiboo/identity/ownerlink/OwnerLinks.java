package org.acides.hiboo.identity.ownerlink;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers an account about the profiles that it holds: live, asked for, refused or suspended. It never answers a profile about
 * its account.
 */
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

    /** The account's profiles on a service, beyond its quota too. In no order. */
    public List<ProfileId> profilesOf(AccountId account, ServiceRef service) {
        return held(tags.of(account, service));
    }

    /** The account's profiles everywhere. In no order. */
    public List<ProfileId> profilesOf(AccountId account) {
        return held(services.all().stream()
                .flatMap(service -> Stream.of(tags.of(account, service)))
                .toArray(byte[][]::new));
    }

    /** Whether the profile is the account's, on that service, however it stands: see {@code Profiles} for that. */
    public boolean owns(AccountId account, ServiceRef service, ProfileId profile) {
        return jdbc.sql("SELECT owner_tag FROM identity.owner_link WHERE profile_id = ?")
                .param(profile.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .filter(tag -> Arrays.stream(tags.of(account, service)).anyMatch(own -> Arrays.equals(own, tag)))
                .isPresent();
    }

    /**
     * Sees to it, until the caller's transaction ends, that the account has room for one more profile on the service. Whoever
     * comes at the same time waits.
     *
     * @throws Refused {@code profile.quota-reached} (quota)
     */
    public void requireRoom(AccountId account, ServiceRef service, int quota) {
        if (counting(account, service) >= quota) throw new Refused("profile.quota-reached", quota);
    }

    /**
     * How many of the account's profiles fill a place in its quota there: the live ones that are not leaving, those asked for,
     * and suspended ones whatever became of them. The number stays true until the caller's transaction ends.
     */
    public int counting(AccountId account, ServiceRef service) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(tags.lock(account, service))
                .query((row, number) -> 0)
                .single();
        return jdbc.sql("SELECT count(*) FROM identity.owner_link JOIN identity.profile USING (profile_id)"
                        + " WHERE owner_tag = ANY(?) AND (suspended OR state IN ('REQUESTED', 'LIVE') AND NOT EXISTS"
                        + " (SELECT 1 FROM identity.profile_departure d WHERE d.profile_id = owner_link.profile_id))")
                .param(tags.of(account, service))
                .query(Integer.class)
                .single();
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
