package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.ownerlink.Partings;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases what was deleted or refused a time of grace ago: the profile's key is destroyed, and its names stay taken. */
@Component
class ProfileErasure {

    private static final Logger log = LoggerFactory.getLogger(ProfileErasure.class);
    private static final Actor ACTOR = Actor.system("identity.profile-erasure");
    private static final int AT_ONCE = 500;

    private final Repository<Profile> repository;
    private final Profiles profiles;
    private final Usernames usernames;
    private final Partings partings;
    private final Sealer sealer;
    private final JdbcClient jdbc;
    private final Commands commands;
    private final Clock clock;
    private final Duration grace;

    ProfileErasure(
            Repository<Profile> repository,
            Profiles profiles,
            Usernames usernames,
            Partings partings,
            Sealer sealer,
            JdbcClient jdbc,
            Commands commands,
            Clock clock,
            @Value("${hiboo.profiles.deletion-grace:14d}") Duration grace) {
        if (grace.isNegative()) throw new IllegalArgumentException("hiboo.profiles.deletion-grace: not negative");
        this.repository = repository;
        this.profiles = profiles;
        this.usernames = usernames;
        this.partings = partings;
        this.sealer = sealer;
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
        this.grace = grace;
    }

    /** How long a deletion can be undone. */
    Duration grace() {
        return grace;
    }

    /** One that fails is tried again in the next round, and holds up no other. */
    void eraseDue() {
        List<UUID> due = jdbc.sql(
                        "SELECT profile_id FROM identity.profile WHERE ended_at <= ? AND NOT contested ORDER BY ended_at LIMIT "
                                + AT_ONCE)
                .param(clock.instant().minus(grace).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
        for (UUID profile : due) {
            try {
                commands.send(new EraseProfile(new ProfileId(profile)), ACTOR);
            } catch (RuntimeException failed) {
                log.error("profile {} is not erased yet", profile, failed);
            }
        }
    }

    @CommandHandler
    void handle(EraseProfile command) {
        ProfileId id = command.profileId();
        HeldProfile profile = profiles.held(id).orElse(null);
        if (profile == null || profile.contested()) return;
        Instant ended = profile.endedAt();
        Instant now = clock.instant();
        if (ended == null || ended.plus(grace).isAfter(now)) return;
        List<String> names = usernames.macs(id);
        partings.keep(id, profile.service(), "identity.profile-erased", now);
        repository.load(id.toString()).execute(loaded -> loaded.erase(profile.service(), names, now));
        sealer.erase(id.value());
    }
}
