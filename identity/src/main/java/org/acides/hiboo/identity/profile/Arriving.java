package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ProfileArrived;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Takes in profiles of other communities. Policies say how new profiles come to be, and stop none that exists already; quota,
 * groups and usernames hold as for any.
 */
@Component
public class Arriving {

    private final Repository<Profile> repository;
    private final Services services;
    private final Joining joining;
    private final Profiles profiles;
    private final Usernames usernames;
    private final KeptSubjects subjects;
    private final Aliases aliases;
    private final Sealer sealer;
    private final Clock clock;

    Arriving(
            Repository<Profile> repository,
            Services services,
            Joining joining,
            Profiles profiles,
            Usernames usernames,
            KeptSubjects subjects,
            Aliases aliases,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.services = services;
        this.joining = joining;
        this.profiles = profiles;
        this.usernames = usernames;
        this.subjects = subjects;
        this.aliases = aliases;
        this.sealer = sealer;
        this.clock = clock;
    }

    /**
     * What {@link ArriveProfile} would be refused, as things are now.
     *
     * @param others how many more are to come to the service for the same account
     */
    public void requireFit(AccountId account, ServiceRef id, String username, String subject, int others) {
        Service service = joining.byClaim(account, id, others);
        new UsernamePolicy(service.rules()).check(username);
        usernames.requireFree(id, username);
        subjects.requireFree(id, subject);
    }

    /** Whether the service lets its members go by another name than they came with. */
    public boolean renamable(ServiceRef service) {
        return services.find(service).map(found -> found.rules().renamable()).orElse(false);
    }

    /** Whether a profile would keep its address. */
    public boolean keepsAlias(String alias) {
        return aliases.mayKeep(alias);
    }

    @CommandHandler
    void handle(ArriveProfile command, @MetaDataValue(value = "actor", required = true) String actor) throws Exception {
        Owned.requirePseudonym(command.owner(), actor);
        ProfileId id = command.profileId();
        if (profiles.known(id)) return;
        Service service = joining.byClaim(command.owner(), command.service(), 0);
        new UsernamePolicy(service.rules()).check(command.username());
        subjects.requireFree(service.id(), command.subject());
        UUID key = id.value();
        var owner = sealer.seal(key, command.owner());
        var username = sealer.seal(key, command.username());
        var alias = sealer.seal(key, aliases.mayKeep(command.alias()) ? command.alias() : aliases.next());
        var arrived = new ProfileArrived(
                id,
                service.id(),
                sealer.seal(key, command.subject()),
                subjects.reservation(service.id(), command.subject()),
                command.since().truncatedTo(ChronoUnit.DAYS),
                clock.instant());
        repository.newInstance(() -> {
            Profile profile = new Profile(id, service.id(), owner, username, alias, clock.instant());
            AggregateLifecycle.apply(arrived);
            return profile;
        });
    }
}
