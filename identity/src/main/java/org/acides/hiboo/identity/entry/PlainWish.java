package org.acides.hiboo.identity.entry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/**
 * What an application wants that cannot say much: that somebody comes in, whoever it is and however they proved it.
 *
 * @param choosing the person is asked for a profile although they chose one for good
 * @param telling how the application is told
 */
public record PlainWish(
        ServiceRef service, boolean open, boolean choosing, Function<Obstacle, RuntimeException> telling)
        implements Wish {

    @Override
    public boolean silent() {
        return false;
    }

    @Override
    public boolean afresh() {
        return false;
    }

    @Override
    public Optional<Duration> maxAge() {
        return Optional.empty();
    }

    @Override
    public boolean contentWith(List<String> methods) {
        return true;
    }

    @Override
    public boolean meansSomebody() {
        return false;
    }

    @Override
    public boolean means(ProfileId profile) {
        return true;
    }

    @Override
    public RuntimeException refusal(Obstacle why) {
        return telling.apply(why);
    }
}
