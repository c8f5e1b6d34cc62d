package org.acides.hiboo.identity.oidc.authorization;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.Acr;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.profile.PickedProfile;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what comes next for a request: sign in, pick a profile, or enter. Every step leads nearer to entering, so that
 * no request goes in circles.
 */
@Component
class Dialogue {

    private final OwnerLinks owners;
    private final ProfileChoices choices;
    private final PickedProfile picked;
    private final Subjects subjects;
    private final Clock clock;

    Dialogue(OwnerLinks owners, ProfileChoices choices, PickedProfile picked, Subjects subjects, Clock clock) {
        this.owners = owners;
        this.choices = choices;
        this.picked = picked;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * @param first when this very request first came, or null when it comes now
     * @param token what the picker handed on, or null
     * @throws Refusal when the application gets no code
     */
    Step next(Asked asked, @Nullable SignedIn who, @Nullable Instant first, @Nullable String token) {
        if (who == null || !provedLately(asked, who, first)) {
            if (asked.silent()) throw asked.refusal("login_required", "Nobody is signed in as asked");
            return new Step.SignIn(who != null);
        }
        if (!asked.essentialAcr().isEmpty() && !asked.essentialAcr().contains(Acr.of(who.methods())))
            throw asked.refusal("unmet_authentication_requirements", "acr: no such level");
        if (!ClientOf.open(asked.client())) {
            if (asked.silent()) throw asked.refusal("interaction_required", "The service is not open");
            return new Step.Pick();
        }
        return asked.silent() ? silently(asked, who) : openly(asked, who, token);
    }

    /** Whether the person proved who they are as lately as the request wants; since it first came is late enough. */
    private boolean provedLately(Asked asked, SignedIn who, @Nullable Instant first) {
        if (first != null && !who.authenticatedAt().isBefore(first.truncatedTo(ChronoUnit.SECONDS))) return true;
        if (asked.prompts("login")) return false;
        return asked.maxAge()
                .map(age -> !who.authenticatedAt().plus(age).isBefore(clock.instant()))
                .orElse(true);
    }

    private Step silently(Asked asked, SignedIn who) {
        Optional<ProfileId> profile = choices.remembered(who.account(), asked.service())
                .filter(chosen -> meant(asked, chosen))
                .or(() -> named(asked, who));
        if (profile.isPresent()) return new Step.Enter(who, profile.get());
        if (asked.subject().isPresent()) throw asked.refusal("login_required", "Somebody else is signed in");
        throw asked.refusal("account_selection_required", "The person has not chosen a profile for good");
    }

    /** Which of the person's profiles the application means, when it says so. */
    private Optional<ProfileId> named(Asked asked, SignedIn who) {
        if (asked.subject().isEmpty()) return Optional.empty();
        return owners.profilesOf(who.account(), asked.service()).stream()
                .filter(profile -> meant(asked, profile))
                .findFirst();
    }

    private Step openly(Asked asked, SignedIn who, @Nullable String token) {
        Optional<ProfileId> chosen = token == null ? Optional.empty() : picked.verify(token, who, asked.service());
        if (chosen.isPresent()) {
            if (!meant(asked, chosen.get())) throw asked.refusal("login_required", "Another profile was chosen");
            return new Step.Enter(who, chosen.get());
        }
        if (asked.prompts("select_account")) return new Step.Pick();
        return choices.remembered(who.account(), asked.service())
                .filter(profile -> meant(asked, profile))
                .<Step>map(profile -> new Step.Enter(who, profile))
                .orElseGet(Step.Pick::new);
    }

    private boolean meant(Asked asked, ProfileId profile) {
        return asked.subject()
                .map(subjects.of(asked.service(), profile)::equals)
                .orElse(true);
    }
}
