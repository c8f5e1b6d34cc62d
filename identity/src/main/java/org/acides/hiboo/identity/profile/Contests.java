package org.acides.hiboo.identity.profile;

import java.time.Clock;
import org.acides.hiboo.identity.account.Managers;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.AnswerContest;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.ownerlink.ContestParties;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.identity.ownerlink.Partings;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two who proved one old account: the profile is frozen, both say why it is theirs, and a manager decides. */
@Component
class Contests {

    private static final int LONGEST_STATEMENT = 1_000;
    private static final int LONGEST_REASON = 2_000;

    private final Repository<Profile> repository;
    private final Profiles profiles;
    private final ClaimProofs proofs;
    private final ContestParties parties;
    private final Owned owned;
    private final Joining joining;
    private final Managers managers;
    private final Offers offers;
    private final Departures departures;
    private final Partings partings;
    private final Sealer sealer;
    private final Clock clock;

    Contests(
            Repository<Profile> repository,
            Profiles profiles,
            ClaimProofs proofs,
            ContestParties parties,
            Owned owned,
            Joining joining,
            Managers managers,
            Offers offers,
            Departures departures,
            Partings partings,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.profiles = profiles;
        this.proofs = proofs;
        this.parties = parties;
        this.owned = owned;
        this.joining = joining;
        this.managers = managers;
        this.offers = offers;
        this.departures = departures;
        this.partings = partings;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** @param actor neither the profile, which did not ask for this, nor the account, which the history must not name */
    @CommandHandler
    void handle(ContestClaim command, @MetaDataValue(value = "actor", required = true) String actor) {
        Owned.requirePseudonym(command.contester(), actor);
        ProfileId id = command.profileId();
        String statement = text(command.statement(), LONGEST_STATEMENT, "contest.statement-malformed");
        boolean claimedByEmail = proofs.lock(id).orElseThrow(() -> new Refused("claim.wrong"));
        HeldProfile profile = profiles.held(id).orElseThrow(() -> new Refused("claim.wrong"));
        if (profile.contested()) throw new Refused("claim.contested");
        joining.byClaim(command.contester(), command.service());
        parties.enter(id, command.contester(), statement);
        offers.withdraw(id);
        partings.keep(command.contester(), command.service(), "identity.contest-raised", clock.instant());
        repository
                .load(id.toString())
                .execute(loaded ->
                        loaded.contest(command.service(), claimedByEmail, command.byEmail(), clock.instant()));
    }

    @CommandHandler
    void handle(AnswerContest command, @MetaDataValue(value = "actor", required = true) String actor) {
        HeldProfile profile = owned.require(command.owner(), command.profileId(), actor);
        if (!profile.contested()) throw new Refused("contest.unknown");
        parties.answer(profile.id(), text(command.statement(), LONGEST_STATEMENT, "contest.statement-malformed"));
    }

    @CommandHandler
    void handle(DecideContest command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        ProfileId id = command.profileId();
        HeldProfile profile =
                profiles.held(id).filter(HeldProfile::contested).orElseThrow(() -> new Refused("contest.unknown"));
        Actor judge = new Actor(actor, role);
        managers.require(profile.service(), judge);
        if (isParty(id, judge)) throw new Refused("contest.own");
        Sealed<String> reason =
                sealer.seal(id.value(), text(command.reason(), LONGEST_REASON, "profile.reason-malformed"));
        AccountId contester = parties.contester(id).orElse(null);
        Sealed<AccountId> owner = command.outcome() == ContestOutcome.MOVES ? give(profile, contester) : null;
        leave(profile, contester, command.outcome());
        proofs.destroy(id);
        repository
                .load(id.toString())
                .execute(loaded -> loaded.decide(profile.service(), command.outcome(), reason, owner, clock.instant()));
    }

    /** To the manager, one answer for whatever keeps who contests from having it: it is none of theirs. */
    private Sealed<AccountId> give(HeldProfile profile, @Nullable AccountId contester) {
        if (contester == null) throw new Refused("contest.cannot-move");
        try {
            joining.byClaim(contester, profile.service());
        } catch (Refused no) {
            throw new Refused("contest.cannot-move");
        }
        departures.cancel(profile.id());
        return sealer.seal(profile.id().value(), contester);
    }

    /** Whoever does not have it reads that later, when nothing else says that they were in it. */
    private void leave(HeldProfile profile, @Nullable AccountId contester, ContestOutcome outcome) {
        ServiceRef service = profile.service();
        if (outcome != ContestOutcome.STAYS)
            partings.keep(profile.id(), service, "identity.claim-lost", clock.instant());
        if (outcome != ContestOutcome.MOVES && contester != null)
            partings.keep(contester, service, "identity.contest-lost", clock.instant());
    }

    private boolean isParty(ProfileId profile, Actor judge) {
        return !judge.role().equals(Actor.SYSTEM)
                && isAccount(judge.id())
                && parties.includes(profile, AccountId.of(judge.id()));
    }

    private static boolean isAccount(String actor) {
        try {
            AccountId ignored = AccountId.of(actor);
            return true;
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    private static String text(String typed, int most, String otherwise) {
        String text = typed.strip();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > most) throw new Refused(otherwise, most);
        return text;
    }
}
