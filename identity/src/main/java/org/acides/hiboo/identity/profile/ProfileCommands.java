package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.LeaveService;
import org.acides.hiboo.identity.api.commands.RenameProfile;
import org.acides.hiboo.identity.api.commands.SilenceAlias;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.ownerlink.Departures;
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
 * Takes what a member does with a profile: sees that it is theirs and that the service allows it, and hands it to the
 * profile. That a username is nobody else's is decided by the look-up, in the same transaction.
 */
@Component
class ProfileCommands {

    private final Repository<Profile> repository;
    private final Services services;
    private final Joining joining;
    private final Owned owned;
    private final OwnerLinks owners;
    private final Departures departures;
    private final Profiles profiles;
    private final Gifts gifts;
    private final Sealer sealer;
    private final Aliases aliases;
    private final Clock clock;

    ProfileCommands(
            Repository<Profile> repository,
            Services services,
            Joining joining,
            Owned owned,
            OwnerLinks owners,
            Departures departures,
            Profiles profiles,
            Gifts gifts,
            Sealer sealer,
            Aliases aliases,
            Clock clock) {
        this.repository = repository;
        this.services = services;
        this.joining = joining;
        this.owned = owned;
        this.owners = owners;
        this.departures = departures;
        this.profiles = profiles;
        this.gifts = gifts;
        this.sealer = sealer;
        this.aliases = aliases;
        this.clock = clock;
    }

    @CommandHandler
    void handle(CreateProfile command, @MetaDataValue(value = "actor", required = true) String actor) throws Exception {
        Owned.requirePseudonym(command.owner(), actor);
        if (isAgain(command.profileId(), command.owner(), command.username())) return;
        Service service = joining.atOnce(command.owner(), command.service());
        create(service, command.profileId(), command.owner(), command.username());
    }

    @CommandHandler
    void handle(AcceptGift command, @MetaDataValue(value = "actor", required = true) String actor) throws Exception {
        Owned.requirePseudonym(command.owner(), actor);
        if (isAgain(command.profileId(), command.owner(), command.username())) return;
        Service service = joining.byGift(command.owner(), command.service());
        gifts.use(command.secret(), command.service());
        create(service, command.profileId(), command.owner(), command.username());
    }

    @CommandHandler
    void handle(RenameProfile command, @MetaDataValue(value = "actor", required = true) String actor) {
        HeldProfile profile = owned.require(command.owner(), command.profileId(), actor);
        Service service = service(profile.service());
        if (!service.rules().renamable()) throw new Refused("profile.not-renamable");
        new UsernamePolicy(service.rules()).check(command.username());
        if (command.username().equals(profile.username())) return;
        var username = sealer.seal(command.profileId().value(), command.username());
        on(command.profileId(), loaded -> loaded.rename(username, clock.instant()));
    }

    @CommandHandler
    void handle(DeleteProfile command, @MetaDataValue(value = "actor", required = true) String actor) {
        owned.require(command.owner(), command.profileId(), actor);
        on(command.profileId(), loaded -> loaded.delete(clock.instant()));
    }

    @CommandHandler
    void handle(UndoProfileDeletion command, @MetaDataValue(value = "actor", required = true) String actor) {
        HeldProfile profile = owned.require(command.owner(), command.profileId(), actor);
        if (departures.movedAway(command.profileId())) throw new Refused("profile.moved-away");
        int others = owners.counting(command.owner(), profile.service()) - (profile.counts() ? 1 : 0);
        int quota = service(profile.service()).quota();
        if (profile.state() == HeldProfile.State.DELETED && others >= quota)
            throw new Refused("profile.quota-reached", quota);
        on(command.profileId(), loaded -> loaded.undelete(clock.instant()));
    }

    @CommandHandler
    void handle(LeaveService command, @MetaDataValue(value = "actor", required = true) String actor) {
        owned.require(command.owner(), command.profileId(), actor);
        on(command.profileId(), loaded -> loaded.withdrawAccess(clock.instant()));
    }

    @CommandHandler
    void handle(SilenceAlias command, @MetaDataValue(value = "actor", required = true) String actor) {
        owned.require(command.owner(), command.profileId(), actor);
        on(command.profileId(), loaded -> loaded.silence(clock.instant()));
    }

    /** The same creation asked twice, as a double click does, is one creation; another under its identifier is none. */
    private boolean isAgain(ProfileId id, AccountId owner, String username) {
        if (!profiles.known(id)) return false;
        boolean same = owned.find(owner, id)
                .filter(HeldProfile::enters)
                .filter(profile -> profile.username().equals(username))
                .isPresent();
        if (!same) throw new Refused("profile.unknown");
        return true;
    }

    private void create(Service service, ProfileId id, AccountId account, String name) throws Exception {
        new UsernamePolicy(service.rules()).check(name);
        UUID key = id.value();
        var owner = sealer.seal(key, account);
        var username = sealer.seal(key, name);
        var alias = sealer.seal(key, aliases.next());
        repository.newInstance(() -> new Profile(id, service.id(), owner, username, alias, clock.instant()));
    }

    private Service service(ServiceRef id) {
        return services.find(id).orElseThrow(() -> new Refused("service.unknown"));
    }

    private void on(ProfileId id, Consumer<Profile> act) {
        repository.load(id.toString()).execute(act);
    }
}
