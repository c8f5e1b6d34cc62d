package org.acides.hiboo.identity.profile;

import java.util.List;
import org.acides.hiboo.identity.account.CurrentPassword;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;

/**
 * The way out for somebody who is harassed under one of their profiles. All that happens at once is what happens whenever a
 * profile is made; what becomes of the old one happens later, like any deletion.
 */
@Component
class Escapes {

    /** What was proved just now: a second factor was not, and whatever wants one asks again. */
    private static final List<String> BY_PASSWORD = List.of("pwd");

    private final CurrentPassword password;
    private final Owned owned;
    private final Departures departures;
    private final ProfileChoices choices;
    private final Sessions sessions;
    private final Commands commands;

    Escapes(
            CurrentPassword password,
            Owned owned,
            Departures departures,
            ProfileChoices choices,
            Sessions sessions,
            Commands commands) {
        this.password = password;
        this.owned = owned;
        this.departures = departures;
        this.choices = choices;
        this.sessions = sessions;
        this.commands = commands;
    }

    /** The password is asked for so that the session proves the person anew: {@code auth_time} too is another from now on. */
    @CommandHandler
    void handle(EscapeProfile command, @MetaDataValue(value = "actor", required = true) String actor) {
        HeldProfile old = owned.require(command.owner(), command.profileId(), actor);
        if (old.contested()) throw new Refused("profile.contested");
        if (old.suspended()) throw new Refused("profile.suspended");
        if (!old.enters()) throw new Refused("profile.unknown");
        password.require(command.owner(), command.session(), command.password());
        departures.plan(old.id());
        choices.forget(command.owner(), old.service());
        sessions.find(command.owner(), command.session())
                .ifPresent(who -> sessions.authenticatedAgain(who.session(), BY_PASSWORD));
        commands.send(
                new CreateProfile(command.fresh(), old.service(), command.owner(), command.username()),
                new Actor(command.fresh().toString(), Role.MEMBER.name()));
    }
}
