package org.acides.hiboo.identity.saml.signon;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.entry.Wish;

/**
 * A sign-on as the dialogue sees it.
 *
 * @param meant whether a profile goes by the name that the service provider means
 */
record SignOnWish(SignOn signOn, boolean open, Predicate<ProfileId> meant) implements Wish {

    @Override
    public ServiceRef service() {
        return signOn.service();
    }

    @Override
    public boolean silent() {
        return signOn.silent();
    }

    @Override
    public boolean afresh() {
        return signOn.afresh();
    }

    @Override
    public Optional<Duration> maxAge() {
        return Optional.empty();
    }

    @Override
    public boolean choosing() {
        return false;
    }

    @Override
    public boolean contentWith(List<String> methods) {
        return Levels.named(signOn.contexts(), signOn.comparison(), methods).isPresent();
    }

    @Override
    public boolean meansSomebody() {
        return !signOn.subject().isEmpty();
    }

    @Override
    public boolean means(ProfileId profile) {
        return !meansSomebody() || meant.test(profile);
    }

    @Override
    public Declined refusal(Obstacle why) {
        return switch (why) {
            case NOT_SIGNED_IN, NOT_CHOSEN -> new Declined(signOn, false, "NoPassive");
            case LEVEL -> new Declined(signOn, false, "NoAuthnContext");
            case CLOSED -> new Declined(signOn, false, "RequestDenied");
            case SOMEBODY_ELSE -> new Declined(signOn, false, "UnknownPrincipal");
        };
    }
}
