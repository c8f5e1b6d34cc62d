package org.acides.hiboo.identity.oidc.authorization;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.entry.Wish;
import org.acides.hiboo.identity.oidc.Acr;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.client.ClientOf;

/** An authorization request as the dialogue sees it. */
record AskedWish(Asked asked, Subjects subjects) implements Wish {

    @Override
    public ServiceRef service() {
        return asked.service();
    }

    @Override
    public boolean open() {
        return ClientOf.open(asked.client());
    }

    @Override
    public boolean silent() {
        return asked.silent();
    }

    @Override
    public boolean afresh() {
        return asked.prompts("login");
    }

    @Override
    public Optional<Duration> maxAge() {
        return asked.maxAge();
    }

    @Override
    public boolean choosing() {
        return asked.prompts("select_account");
    }

    @Override
    public boolean contentWith(List<String> methods) {
        return reachesAny(asked.essentialAcr(), methods);
    }

    /** {@code acr_values} is voluntary (OpenID Connect Core §3.1.2.1). */
    @Override
    public boolean pleasedWith(List<String> methods) {
        return reachesAny(Rules.words(asked.parameters().get("acr_values").orElse("")), methods);
    }

    private static boolean reachesAny(Set<String> levels, List<String> methods) {
        return levels.isEmpty() || levels.stream().anyMatch(level -> Acr.reached(level, methods));
    }

    @Override
    public boolean meansSomebody() {
        return asked.subject().isPresent();
    }

    @Override
    public boolean means(ProfileId profile) {
        return asked.subject()
                .map(subjects.of(asked.service(), profile)::equals)
                .orElse(true);
    }

    @Override
    public Refusal refusal(Obstacle why) {
        return switch (why) {
            case NOT_SIGNED_IN -> asked.refusal("login_required", "Nobody is signed in as asked");
            case LEVEL ->
                asked.refusal("unmet_authentication_requirements", "The person cannot be known as surely as asked");
            case CLOSED -> asked.refusal("interaction_required", "The service is not open");
            case SOMEBODY_ELSE -> asked.refusal("login_required", "Somebody else is signed in, or was chosen");
            case NOT_CHOSEN ->
                asked.refusal("account_selection_required", "The person has not chosen a profile for good");
        };
    }
}
