package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.util.function.Consumer;
import org.acides.hiboo.identity.account.Managers;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.ApproveProfile;
import org.acides.hiboo.identity.api.commands.RefuseProfile;
import org.acides.hiboo.identity.api.commands.RestoreProfile;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What a service's managers decide about its profiles, without learning whose they are. */
@Component
class ProfileOffice {

    private static final int LONGEST_REASON = 2_000;

    private final Repository<Profile> repository;
    private final Profiles profiles;
    private final Managers managers;
    private final Joining joining;
    private final Aliases aliases;
    private final Sealer sealer;
    private final Clock clock;

    ProfileOffice(
            Repository<Profile> repository,
            Profiles profiles,
            Managers managers,
            Joining joining,
            Aliases aliases,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.profiles = profiles;
        this.managers = managers;
        this.joining = joining;
        this.aliases = aliases;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ApproveProfile command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        HeldProfile profile = waiting(command.profileId());
        managers.require(profile.service(), new Actor(actor, role));
        Joining.requireUnlocked(joining.open(profile.service()));
        Sealed<String> alias = sealer.seal(profile.id().value(), aliases.next());
        on(profile.id(), loaded -> loaded.approve(alias, clock.instant()));
    }

    @CommandHandler
    void handle(RefuseProfile command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        HeldProfile profile = waiting(command.profileId());
        managers.require(profile.service(), new Actor(actor, role));
        Sealed<String> reason = reason(profile.id(), command.reason());
        on(profile.id(), loaded -> loaded.refuse(reason, clock.instant()));
    }

    @CommandHandler
    void handle(SuspendProfile command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        HeldProfile profile = known(command.profileId());
        requireModerator(profile, new Actor(actor, role));
        Sealed<String> reason = reason(profile.id(), command.reason());
        on(profile.id(), loaded -> loaded.suspend(reason, clock.instant()));
    }

    @CommandHandler
    void handle(RestoreProfile command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        HeldProfile profile = known(command.profileId());
        requireModerator(profile, new Actor(actor, role));
        on(profile.id(), loaded -> loaded.restore(clock.instant()));
    }

    private void requireModerator(HeldProfile profile, Actor actor) {
        if (!actor.role().equals(Role.MODERATOR.name())) managers.require(profile.service(), actor);
    }

    private HeldProfile known(ProfileId id) {
        return profiles.held(id).orElseThrow(() -> new Refused("profile.unknown"));
    }

    private HeldProfile waiting(ProfileId id) {
        return profiles.held(id).orElseThrow(() -> new Refused("profile.not-waiting"));
    }

    private Sealed<String> reason(ProfileId id, String text) {
        String reason = text.strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON)
            throw new Refused("profile.reason-malformed", LONGEST_REASON);
        return sealer.seal(id.value(), reason);
    }

    private void on(ProfileId id, Consumer<Profile> act) {
        repository.load(id.toString()).execute(act);
    }
}
