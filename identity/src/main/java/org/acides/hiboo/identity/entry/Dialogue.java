package org.acides.hiboo.identity.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.entry.Wish.Obstacle;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Levels;
import org.acides.hiboo.identity.group.Groups;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.profile.PickedProfile;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what comes next for a wish: sign in, pick a profile, or enter. Every step leads nearer to entering, so that no
 * request goes in circles; whoever has a factor that a wish insists on is asked until they use it.
 */
@Component
public class Dialogue {

    private final Profiles profiles;
    private final ProfileChoices choices;
    private final PickedProfile picked;
    private final Services services;
    private final Groups groups;
    private final Factors factors;
    private final Clock clock;

    Dialogue(
            Profiles profiles,
            ProfileChoices choices,
            PickedProfile picked,
            Services services,
            Groups groups,
            Factors factors,
            Clock clock) {
        this.profiles = profiles;
        this.choices = choices;
        this.picked = picked;
        this.services = services;
        this.groups = groups;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * @param first when this very request first came, or null when it comes now
     * @param token what the picker handed on, or null
     * @throws RuntimeException the wish's refusal, when nobody enters
     */
    public Step next(Wish wish, @Nullable SignedIn who, @Nullable Instant first, @Nullable String token) {
        if (who == null || !provedLately(wish, who, first)) {
            if (wish.silent()) throw wish.refusal(Obstacle.NOT_SIGNED_IN);
            return new Step.SignIn(who != null);
        }
        Optional<Service> service = services.find(wish.service());
        Optional<Step> more = more(wish, who, service.map(Service::assurance).orElse(Assurance.PASSWORD));
        if (more.isPresent()) return more.get();
        if (!wish.open()
                || service.filter(found -> groups.admit(who.account(), found)).isEmpty()) {
            if (wish.silent()) throw wish.refusal(Obstacle.CLOSED);
            return new Step.Pick();
        }
        return wish.silent() ? silently(wish, who) : openly(wish, who, token);
    }

    /** Whether the person proved who they are as lately as the wish wants; since it first came is late enough. */
    private boolean provedLately(Wish wish, SignedIn who, @Nullable Instant first) {
        if (first != null && !who.authenticatedAt().isBefore(first.truncatedTo(ChronoUnit.SECONDS))) return true;
        if (wish.afresh()) return false;
        return wish.maxAge()
                .map(age -> !who.authenticatedAt().plus(age).isBefore(clock.instant()))
                .orElse(true);
    }

    /** What is missing of what the service requires, and the application asks: nothing, a step that leads there, or a refusal. */
    private Optional<Step> more(Wish wish, SignedIn who, Assurance required) {
        boolean known = Levels.reach(required, who.methods());
        boolean content = wish.contentWith(who.methods());
        if (known && content && (wish.silent() || wish.pleasedWith(who.methods()))) return Optional.empty();
        List<String> within = Stream.concat(who.methods().stream(), factors.reach(who.account()).stream())
                .toList();
        if (known && content) return wish.pleasedWith(within) ? Optional.of(Step.Prove.BY_A_FACTOR) : Optional.empty();
        boolean reachable = Levels.reach(required, within) && wish.contentWith(within);
        if (wish.silent()) throw wish.refusal(reachable ? Obstacle.NOT_SIGNED_IN : Obstacle.LEVEL);
        if (reachable) return Optional.of(Step.Prove.BY_A_FACTOR);
        if (!content) throw wish.refusal(Obstacle.LEVEL);
        return Optional.of(Step.Prove.withAFactorYetToAdd(required));
    }

    private Step silently(Wish wish, SignedIn who) {
        Optional<ProfileId> profile = choices.remembered(who.account(), wish.service())
                .filter(wish::means)
                .or(() -> named(wish, who));
        if (profile.isPresent()) return new Step.Enter(who, profile.get());
        throw wish.refusal(wish.meansSomebody() ? Obstacle.SOMEBODY_ELSE : Obstacle.NOT_CHOSEN);
    }

    /** Which of the person's profiles the application means, when it says so. */
    private Optional<ProfileId> named(Wish wish, SignedIn who) {
        if (!wish.meansSomebody()) return Optional.empty();
        return profiles.of(who.account(), wish.service()).stream()
                .map(LiveProfile::id)
                .filter(wish::means)
                .findFirst();
    }

    private Step openly(Wish wish, SignedIn who, @Nullable String token) {
        Optional<ProfileId> chosen = token == null ? Optional.empty() : picked.verify(token, who, wish.service());
        if (chosen.isPresent()) {
            if (!wish.means(chosen.get())) throw wish.refusal(Obstacle.SOMEBODY_ELSE);
            return new Step.Enter(who, chosen.get());
        }
        if (wish.choosing()) return new Step.Pick();
        return choices.remembered(who.account(), wish.service())
                .filter(wish::means)
                .<Step>map(profile -> new Step.Enter(who, profile))
                .orElseGet(Step.Pick::new);
    }
}
