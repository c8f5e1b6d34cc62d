package org.acides.hiboo.webui.kit;

import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.security.Me;
import org.springframework.stereotype.Component;

/** Commands in an admin's name: every event that follows says who it was, and that they acted as admin. */
@Component
public class AdminActs {

    private final Commands commands;

    AdminActs(Commands commands) {
        this.commands = commands;
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
}
