package org.acides.hiboo.identity.forwardauth;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.entry.Wish;

/** What an application behind a proxy wants of a person: that they come in, however they proved who they are. */
record ProxyWish(ServiceRef service, boolean open) implements Wish {

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
    public boolean choosing() {
        return false;
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
        return new IllegalStateException("nothing that this wish asks can be refused: " + why);
    }
}
