package org.acides.hiboo.identity.oidc.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.entry.Wish;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.infrastructure.api.Refused;

/** What a device wants: to enter as whichever profile its owner picks for it, each time anew. */
record DeviceWish(Service asked) implements Wish {

    @Override
    public ServiceRef service() {
        return asked.id();
    }

    @Override
    public boolean open() {
        return asked.open();
    }

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
        return true;
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
        return new Refused("device.unknown");
    }
}
