package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.RenameProfile;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Takes what a member asks of a profile: sees that it is theirs and that the service allows it, and hands it to the
 * profile. Quota and uniqueness are not decided here but by the look-ups, in the same transaction.
 */
@Component
class ProfileCommands {

    private final Repository<Profile> repository;
    private final Services services;
    private final Profiles profiles;
    private final OwnerLinks owners;
    private final Sealer sealer;
    private final Aliases aliases;
    private final Clock clock;

    ProfileCommands(
            Repository<Profile> repository,
            Services services,
            Profiles profiles,
            OwnerLinks owners,
            Sealer sealer,
            Aliases aliases,
            Clock clock) {
        this.repository = repository;
        this.services = services;
        this.profiles = profiles;
        this.owners = owners;
        this.sealer = sealer;
        this.aliases = aliases;
        this.clock = clock;
    }

    /** The same creation asked twice, as a double click does, is one creation; another under its identifier is none. */
    @CommandHandler
    void handle(CreateProfile command, @MetaDataValue(value = "actor", required = true) String actor) throws Exception {
        requirePseudonym(command.owner(), actor);
        ProfileId id = command.profileId();
        if (profiles.known(id)) {
            if (!requireOwn(command.owner(), id).username().equals(command.username()))
                throw new Refused("profile.unknown");
            return;
        }
        ServiceRef service = command.service();
        requireJoinable(services.find(service).orElseThrow(() -> new Refused("service.unknown")))
                .check(command.username());
        UUID key = id.value();
        var owner = sealer.seal(key, command.owner());
        var username = sealer.seal(key, command.username());
        var alias = sealer.seal(key, aliases.next());
        repository.newInstance(() -> new Profile(id, service, owner, username, alias, clock.instant()));
    }

    @CommandHandler
    void handle(RenameProfile command, @MetaDataValue(value = "actor", required = true) String actor) {
        requirePseudonym(command.owner(), actor);
        LiveProfile profile = requireOwn(command.owner(), command.profileId());
        Service service = services.find(profile.service()).orElseThrow(() -> new Refused("service.unknown"));
        if (!service.rules().renamable()) throw new Refused("profile.not-renamable");
        new UsernamePolicy(service.rules()).check(command.username());
        if (command.username().equals(profile.username())) return;
        var username = sealer.seal(command.profileId().value(), command.username());
        repository.load(command.profileId().toString()).execute(loaded -> loaded.rename(username, clock.instant()));
    }

    @CommandHandler
    void handle(DeleteProfile command, @MetaDataValue(value = "actor", required = true) String actor) {
        requirePseudonym(command.owner(), actor);
        requireOwn(command.owner(), command.profileId());
        repository.load(command.profileId().toString()).execute(loaded -> loaded.delete(clock.instant()));
    }

    private static UsernamePolicy requireJoinable(Service service) {
        if (!service.open()) throw new Refused("service.not-open");
        if (!service.joinable()) throw new Refused("profile.by-approval-only");
        return new UsernamePolicy(service.rules());
    }

    private LiveProfile requireOwn(AccountId account, ProfileId id) {
        return profiles.find(id)
                .filter(profile -> owners.owns(account, profile.service(), id))
                .orElseThrow(() -> new Refused("profile.unknown"));
    }

    /** The history keeps who acted: an account named there beside a profile would give the profile away for ever. */
    private static void requirePseudonym(AccountId owner, String actor) {
        if (actor.equals(owner.toString()))
            throw new IllegalArgumentException("the actor of an act inside a profile is the profile");
    }
}
