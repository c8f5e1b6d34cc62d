package org.acides.hiboo.webui.kit;

import java.time.Clock;
import java.time.Duration;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.security.Me;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Commands in an admin's name: every event that follows says who it was, and that they acted as admin. */
@Component
public class AdminActs {

    private final Commands commands;
    private final Clock clock;
    private final Duration lately;

    AdminActs(Commands commands, Clock clock, @Value("${hiboo.session.fresh:10m}") Duration lately) {
        this.commands = commands;
        this.clock = clock;
        this.lately = lately;
    }

    /**
     * Sends a command as whoever is signed in.
     *
     * @throws IllegalStateException when they are no admin
     * @throws Refused when a rule says no
     */
    public <R> R send(Object command) {
        return commands.send(command, Me.now().as(Role.ADMIN));
    }

    /**
     * The same, for what an intruder at an open browser must not do.
     *
     * @throws Refused as a rule says, and {@code authentication.stale} when they proved too long ago who they are
     */
    public <R> R sendFresh(Object command) {
        requireFresh();
        return send(command);
    }

    /** @throws Refused {@code authentication.stale} */
    public void requireFresh() {
        if (!Me.now().provedSince(clock.instant().minus(lately))) throw new Refused("authentication.stale");
    }
}
