package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.commands.RequestProfile;
import org.acides.hiboo.identity.api.commands.WithdrawProfileRequest;
import org.acides.hiboo.identity.api.events.ProfileRequested;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Takes what members ask of a service's managers. */
@Component
class ProfileRequests {

    private static final int LONGEST_MESSAGE = 1_000;

    private final Repository<Profile> repository;
    private final Joining joining;
    private final Owned owned;
    private final Profiles profiles;
    private final Sealer sealer;
    private final Clock clock;

    ProfileRequests(
            Repository<Profile> repository,
            Joining joining,
            Owned owned,
            Profiles profiles,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.joining = joining;
        this.owned = owned;
        this.profiles = profiles;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The same request sent twice is one request. */
    @CommandHandler
    void handle(RequestProfile command, @MetaDataValue(value = "actor", required = true) String actor)
            throws Exception {
        Owned.requirePseudonym(command.owner(), actor);
        ProfileId id = command.profileId();
        if (profiles.known(id)) {
            boolean same = owned.find(command.owner(), id)
                    .filter(profile -> profile.state() == HeldProfile.State.REQUESTED)
                    .filter(profile -> profile.username().equals(command.username()))
                    .isPresent();
            if (!same) throw new Refused("profile.unknown");
            return;
        }
        String message = command.message().strip();
        if (message.isEmpty() || message.codePointCount(0, message.length()) > LONGEST_MESSAGE)
            throw new Refused("request.message-malformed", LONGEST_MESSAGE);
        Service service = joining.onRequest(command.owner(), command.service());
        new UsernamePolicy(service.rules()).check(command.username());
        UUID key = id.value();
        ProfileRequested request = new ProfileRequested(
                id,
                service.id(),
                sealer.seal(key, command.owner()),
                sealer.seal(key, command.username()),
                sealer.seal(key, message),
                clock.instant());
        repository.newInstance(() -> new Profile(request));
    }

    @CommandHandler
    void handle(WithdrawProfileRequest command, @MetaDataValue(value = "actor", required = true) String actor) {
        ProfileId id = command.profileId();
        owned.require(command.owner(), id, actor);
        repository.load(id.toString()).execute(profile -> profile.withdrawRequest(clock.instant()));
        sealer.erase(id.value());
    }
}
