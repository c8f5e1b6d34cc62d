package org.acides.hiboo.identity.moving;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.moving.CommunityHttp.Answer;
import org.acides.hiboo.identity.profile.ArriveProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings profiles in whose turn it is: looks whether each fits, has the other community let go of it, and makes it the account's.
 * Cut off anywhere, the next round does the same again, which is the same as once.
 */
@Component
class ArrivalRounds {

    private static final Logger log = LoggerFactory.getLogger(ArrivalRounds.class);
    private static final Duration RECEIPT_GOOD_FOR = Duration.ofMinutes(5);
    private static final int SHORTEST_WAIT = 5;
    private static final int LONGEST_WAIT = 30;

    /** Shorter than a receipt is honoured: nobody waits for what cannot come any more. */
    private static final Duration PATIENCE = StoredMoves.HONOURED.minusDays(1);

    private final StoredArrivals stored;
    private final DryRun dryRun;
    private final Communities communities;
    private final CommunityHttp http;
    private final SignedByUs letters;
    private final Accounts accounts;
    private final Profiles profiles;
    private final MovingLetters post;
    private final Commands commands;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ArrivalRounds(
            StoredArrivals stored,
            DryRun dryRun,
            Communities communities,
            CommunityHttp http,
            SignedByUs letters,
            Accounts accounts,
            Profiles profiles,
            MovingLetters post,
            Commands commands,
            Clock clock) {
        this.stored = stored;
        this.dryRun = dryRun;
        this.communities = communities;
        this.http = http;
        this.letters = letters;
        this.accounts = accounts;
        this.profiles = profiles;
        this.post = post;
        this.commands = commands;
        this.clock = clock;
    }

    void round() {
        Instant now = clock.instant();
        for (UUID id : stored.due(now)) carry(id, now);
    }

    /** @param now until when a profile's turn has come */
    void carry(UUID id, Instant now) {
        Arrival arrival = stored.find(id).orElse(null);
        AccountState account =
                arrival == null ? null : accounts.find(arrival.account()).orElse(null);
        if (arrival == null || account == null) return;
        for (Coming one : arrival.profiles()) {
            if (!one.isDue(now)) continue;
            Coming next = account.blocked() ? one.later(later()) : safely(arrival, one);
            arrival = stored.change(id, kept -> kept.with(next)).orElse(arrival);
        }
        if (arrival.next() == null)
            post.arrived(account, arrival.from(), !arrival.has(Coming.State.STUCK) && !arrival.has(Coming.State.LOST));
    }

    private Coming safely(Arrival arrival, Coming one) {
        try {
            return step(arrival, one);
        } catch (RuntimeException failed) {
            log.error("a profile has not arrived yet", failed);
            return one.later(later());
        }
    }

    private Coming step(Arrival arrival, Coming one) {
        // It came in, and the note of it was lost.
        if (profiles.known(one.profile())) return one.arrived();
        Optional<Refused> problem = dryRun.problem(arrival, one, 0);
        if (problem.isPresent()) return one.stuck(problem.get().code());
        ServiceRef service = dryRun.serviceOf(arrival, one).orElseThrow();
        if (dryRun.isOneOfOurs(service, one.line().subject())) return one.stuck("arriving.subject-taken");
        Coming ours = one.letGo() ? one : letGo(arrival, one);
        return ours.letGo() ? comeIn(arrival, ours, service) : ours;
    }

    private Coming letGo(Arrival arrival, Coming one) {
        Community from = communities.byIssuer(arrival.from()).orElse(null);
        if (from == null) return one.lost("arriving.no-community");
        if (from.gone()) return one.ours();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Receipt receipt = new Receipt(arrival.bundle(), one.line().ref());
        Answer answer = http.post(
                from.address(), letters.write(Receipt.TYPE, from, receipt.claims(), now, now.plus(RECEIPT_GOOD_FOR)));
        return switch (answer) {
            case LET_GO -> one.ours();
            case REFUSED -> one.lost("arriving.stays-there");
            case SILENT ->
                now.isAfter(arrival.expires().plus(PATIENCE)) ? one.lost("arriving.silent") : one.later(later());
        };
    }

    private Coming comeIn(Arrival arrival, Coming one, ServiceRef service) {
        try {
            commands.send(
                    new ArriveProfile(
                            one.profile(),
                            service,
                            arrival.account(),
                            one.username(),
                            one.line().subject(),
                            one.line().alias(),
                            one.line().since()),
                    itself(one));
            return one.arrived();
        } catch (Refused no) {
            return one.stuck(no.code());
        }
    }

    private static Actor itself(Coming one) {
        return new Actor(one.profile().toString(), Role.MEMBER.name());
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofMinutes(random.nextInt(SHORTEST_WAIT, LONGEST_WAIT)));
    }
}
