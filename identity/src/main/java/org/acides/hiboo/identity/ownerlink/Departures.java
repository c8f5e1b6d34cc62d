package org.acides.hiboo.identity.ownerlink;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.SilenceAlias;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Profiles that their owners fled from. Each falls silent and leaves its service at hours drawn at random, by the very
 * commands that a member sends who silences an alias or deletes a profile: nothing joins it to what took its place.
 */
@Component
public class Departures {

    private static final Logger log = LoggerFactory.getLogger(Departures.class);
    private static final Duration SILENT_AFTER_AT_MOST = Duration.ofMinutes(30);
    private static final Duration LEAVES_AFTER_AT_LEAST = Duration.ofHours(1);
    private static final Duration LEAVES_AFTER_AT_MOST = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final OwnerBoxes owners;
    private final OwnerTags tags;
    private final Commands commands;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Departures(JdbcClient jdbc, OwnerBoxes owners, OwnerTags tags, Commands commands, Clock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.tags = tags;
        this.commands = commands;
        this.clock = clock;
    }

    /** In the caller's transaction. From now on the profile counts no more, and its owner enters with it no more. */
    public void plan(ProfileId profile) {
        jdbc.sql("INSERT INTO identity.profile_departure (profile_id, silent_after, leaves_after) VALUES (?, ?, ?)"
                        + " ON CONFLICT (profile_id) DO NOTHING")
                .params(
                        profile.value(),
                        between(Duration.ZERO, SILENT_AFTER_AT_MOST),
                        between(LEAVES_AFTER_AT_LEAST, LEAVES_AFTER_AT_MOST))
                .update();
    }

    /**
     * In the caller's transaction: the profile lives in another community from now on. Here it enters no more, leaves its service
     * at an hour drawn at random, and comes back no more; its address goes on until then, and nothing takes its place.
     */
    public void moveAway(ProfileId profile) {
        OffsetDateTime leaves = between(LEAVES_AFTER_AT_LEAST, LEAVES_AFTER_AT_MOST);
        jdbc.sql("INSERT INTO identity.profile_departure (profile_id, silent_after, leaves_after, silent, replaced)"
                        + " VALUES (?, ?, ?, true, true) ON CONFLICT (profile_id) DO NOTHING")
                .params(profile.value(), leaves, leaves)
                .update();
        jdbc.sql("INSERT INTO identity.moved_profile (profile_id) VALUES (?) ON CONFLICT (profile_id) DO NOTHING")
                .param(profile.value())
                .update();
    }

    /** Whether it lives in another community. */
    public boolean movedAway(ProfileId profile) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.moved_profile WHERE profile_id = ?)")
                .param(profile.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether a new profile may take the place of one that the account fled from on the service; each is replaced once. */
    public boolean replaceOne(AccountId account, ServiceRef service) {
        return jdbc.sql("UPDATE identity.profile_departure SET replaced = true WHERE profile_id IN (SELECT profile_id"
                                + " FROM identity.owner_link JOIN identity.profile_departure d USING (profile_id)"
                                + " WHERE owner_tag = ANY(?) AND NOT d.replaced LIMIT 1 FOR UPDATE OF d)")
                        .param(tags.of(account, service))
                        .update()
                == 1;
    }

    /** In the caller's transaction: the profile has another owner, who did not flee from it. */
    public void cancel(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.profile_departure WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    /** One that fails is tried again in the next round, and holds up no other; one that is contested stays until that is decided. */
    public void carryOut() {
        for (UUID profile : due("NOT silent AND silent_after <= ?")) silence(profile);
        for (UUID profile : due("silent AND leaves_after <= ?")) leave(profile);
    }

    private void silence(UUID profile) {
        if (send(profile, SilenceAlias::new))
            jdbc.sql("UPDATE identity.profile_departure SET silent = true WHERE profile_id = ?")
                    .param(profile)
                    .update();
    }

    private void leave(UUID profile) {
        if (send(profile, DeleteProfile::new))
            jdbc.sql("DELETE FROM identity.profile_departure WHERE profile_id = ?")
                    .param(profile)
                    .update();
    }

    /** Whether it is done: also when it was before, or when nobody holds the profile any more. */
    private boolean send(UUID id, BiFunction<ProfileId, AccountId, Object> command) {
        ProfileId profile = new ProfileId(id);
        try {
            owners.of(profile)
                    .ifPresent(owner -> commands.send(
                            command.apply(profile, owner), new Actor(profile.toString(), Role.MEMBER.name())));
            return true;
        } catch (Refused doneBefore) {
            return true;
        } catch (RuntimeException failed) {
            log.error("a profile has not left yet", failed);
            return false;
        }
    }

    private List<UUID> due(String condition) {
        return jdbc.sql("SELECT profile_id FROM identity.profile_departure d WHERE NOT EXISTS (SELECT 1 FROM"
                        + " identity.profile p WHERE p.profile_id = d.profile_id AND p.contested) AND " + condition)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private OffsetDateTime between(Duration least, Duration most) {
        Instant now = clock.instant();
        return now.plus(least)
                .plusMillis(random.nextLong(most.minus(least).toMillis()))
                .atOffset(ZoneOffset.UTC);
    }
}
