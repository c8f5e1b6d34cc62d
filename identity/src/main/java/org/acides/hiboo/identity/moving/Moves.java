package org.acides.hiboo.identity.moving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.events.MoveCalledOff;
import org.acides.hiboo.identity.api.events.MovePrepared;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/** Bundles for other communities: put together, signed, called off. */
@Component
class Moves {

    static final int MOST_OPEN = 5;
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Communities communities;
    private final Accounts accounts;
    private final Profiles profiles;
    private final Services services;
    private final Subjects subjects;
    private final SignedByUs letters;
    private final StoredMoves stored;
    private final MovingLetters post;
    private final EventGateway events;
    private final Clock clock;

    Moves(
            Communities communities,
            Accounts accounts,
            Profiles profiles,
            Services services,
            Subjects subjects,
            SignedByUs letters,
            StoredMoves stored,
            MovingLetters post,
            EventGateway events,
            Clock clock) {
        this.communities = communities;
        this.accounts = accounts;
        this.profiles = profiles;
        this.services = services;
        this.subjects = subjects;
        this.letters = letters;
        this.stored = stored;
        this.post = post;
        this.events = events;
        this.clock = clock;
    }

    @CommandHandler
    String handle(PrepareMove command) {
        Community to = communities
                .find(command.community())
                .filter(community -> !community.gone())
                .orElseThrow(() -> new Refused("community.unknown"));
        AccountState account = accounts.find(command.account()).orElseThrow(() -> new Refused("account.unknown"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long open =
                stored.of(account.id()).stream().filter(move -> move.open(now)).count();
        if (open >= MOST_OPEN) throw new Refused("leaving.too-many", MOST_OPEN);
        List<Bundle.Line> lines = new ArrayList<>();
        List<Departing.Part> parts = new ArrayList<>();
        for (LiveProfile profile : movable(account.id())) {
            if (!command.profiles().contains(profile.id()) || lines.size() == Bundle.MOST_PROFILES) continue;
            String ref = Secret.fresh();
            lines.add(line(ref, profile));
            parts.add(new Departing.Part(ref, profile.id(), false));
        }
        if (lines.isEmpty()) throw new Refused("leaving.nothing");
        Bundle bundle = new Bundle(command.moveId().value(), account.loginName(), now.plus(GOOD_FOR), lines);
        String code = MoveCode.fresh();
        byte[] file = BundleFile.close(letters.write(Bundle.TYPE, to, bundle.claims(), now, now.plus(GOOD_FOR)), code);
        stored.add(command.moveId(), to.id(), new Departing(account.id(), parts), file, now.plus(GOOD_FOR));
        events.publish(new MovePrepared(command.moveId(), account.id(), to.id(), clock.instant()));
        post.leaving(account, to);
        return code;
    }

    /** What has left is told so again when it is asked for. */
    @CommandHandler
    void handle(CallOffMove command) {
        if (stored.callOff(command.account(), command.moveId()))
            events.publish(new MoveCalledOff(command.moveId(), command.account(), clock.instant()));
    }

    /** What an account may take along: not what is suspended, nor what is about to go anyway. */
    List<LiveProfile> movable(AccountId account) {
        return profiles.of(account);
    }

    String serviceName(LiveProfile profile) {
        return service(profile).name();
    }

    private Bundle.Line line(String ref, LiveProfile profile) {
        Service service = service(profile);
        return new Bundle.Line(
                ref,
                service.address().toString(),
                service.name(),
                profile.username(),
                subjects.of(service.id(), profile.id()),
                profile.alias(),
                profile.createdAt().truncatedTo(ChronoUnit.DAYS));
    }

    private Service service(LiveProfile profile) {
        return services.find(profile.service()).orElseThrow();
    }
}
