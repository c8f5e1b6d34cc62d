package org.acides.hiboo.identity.profile;

import java.time.Clock;
import org.acides.hiboo.identity.account.CurrentPassword;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.commands.ConfirmTransfer;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.WantProfile;
import org.acides.hiboo.identity.api.commands.WithdrawOffer;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.ownerlink.Partings;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Moves a profile from one account to another: its owner offers it, the other wants it, its owner confirms. */
@Component
class Transfers {

    private final Repository<Profile> repository;
    private final Offers offers;
    private final Owned owned;
    private final Profiles profiles;
    private final Joining joining;
    private final OwnerLinks owners;
    private final Partings partings;
    private final CurrentPassword password;
    private final Sealer sealer;
    private final Clock clock;

    Transfers(
            Repository<Profile> repository,
            Offers offers,
            Owned owned,
            Profiles profiles,
            Joining joining,
            OwnerLinks owners,
            Partings partings,
            CurrentPassword password,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.offers = offers;
        this.owned = owned;
        this.profiles = profiles;
        this.joining = joining;
        this.owners = owners;
        this.partings = partings;
        this.password = password;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    String handle(OfferProfile command, @MetaDataValue(value = "actor", required = true) String actor) {
        requireEntering(owned.require(command.owner(), command.profileId(), actor));
        return offers.open(command.profileId());
    }

    @CommandHandler
    void handle(WithdrawOffer command, @MetaDataValue(value = "actor", required = true) String actor) {
        owned.require(command.owner(), command.profileId(), actor);
        offers.withdraw(command.profileId());
    }

    /** The room is looked for here too, so that whoever wants the profile is the one who learns that there is none. */
    @CommandHandler
    void handle(WantProfile command) {
        HeldProfile profile = offers.find(command.code().strip())
                .flatMap(profiles::held)
                .filter(HeldProfile::enters)
                .orElseThrow(() -> new Refused("offer.unknown"));
        if (owners.owns(command.receiver(), profile.service(), profile.id())) throw new Refused("offer.own");
        int quota = joining.open(command.receiver(), profile.service()).quota();
        owners.requireRoom(command.receiver(), profile.service(), quota);
        offers.want(profile.id(), command.code().strip(), command.receiver());
    }

    @CommandHandler
    void handle(ConfirmTransfer command, @MetaDataValue(value = "actor", required = true) String actor) {
        ProfileId id = command.profileId();
        HeldProfile profile = owned.require(command.owner(), id, actor);
        requireEntering(profile);
        password.require(command.owner(), command.session(), command.password());
        AccountId receiver = offers.take(id).orElseThrow(() -> new Refused("offer.not-wanted"));
        int quota = joining.open(receiver, profile.service()).quota();
        if (owners.counting(receiver, profile.service()) >= quota) throw new Refused("offer.no-room");
        partings.keep(id, profile.service(), "identity.profile-given", clock.instant());
        var owner = sealer.seal(id.value(), receiver);
        repository.load(id.toString()).execute(loaded -> loaded.transfer(profile.service(), owner, clock.instant()));
    }

    private static void requireEntering(HeldProfile profile) {
        if (profile.contested()) throw new Refused("profile.contested");
        if (profile.suspended()) throw new Refused("profile.suspended");
        if (!profile.enters()) throw new Refused("profile.unknown");
    }
}
