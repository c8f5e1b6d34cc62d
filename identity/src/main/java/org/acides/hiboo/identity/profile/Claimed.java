package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.events.ProfileClaimed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Creates the profiles that members claim, under the identifier and the username that were reserved for them. */
@Component
class Claimed {

    private final Repository<Profile> repository;
    private final Joining joining;
    private final ClaimProofs proofs;
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Aliases aliases;
    private final Clock clock;

    Claimed(
            Repository<Profile> repository,
            Joining joining,
            ClaimProofs proofs,
            JdbcClient jdbc,
            Sealer sealer,
            Aliases aliases,
            Clock clock) {
        this.repository = repository;
        this.joining = joining;
        this.proofs = proofs;
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.aliases = aliases;
        this.clock = clock;
    }

    @CommandHandler
    void handle(ClaimProfile command, @MetaDataValue(value = "actor", required = true) String actor) throws Exception {
        Owned.requirePseudonym(command.owner(), actor);
        joining.byClaim(command.owner(), command.service());
        ProfileId id = command.profileId();
        UUID key = id.value();
        // Of two who prove it at once, the second waits here, and then there is nothing left to claim.
        String username = jdbc.sql("SELECT username FROM identity.unclaimed_profile"
                        + " WHERE profile_id = ? AND service_id = ? FOR UPDATE")
                .params(key, command.service().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("claim.wrong"));
        var owner = sealer.seal(key, command.owner());
        var name = sealer.seal(key, username);
        var alias = sealer.seal(key, aliases.next());
        repository.newInstance(() -> {
            Profile profile = new Profile(id, command.service(), owner, name, alias, clock.instant());
            AggregateLifecycle.apply(new ProfileClaimed(id, command.service(), command.byEmail(), clock.instant()));
            return profile;
        });
        proofs.replace(id, command.service(), command.verifier(), command.byEmail());
    }
}
