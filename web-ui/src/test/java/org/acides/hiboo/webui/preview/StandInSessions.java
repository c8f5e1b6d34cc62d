package org.acides.hiboo.webui.preview;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.ChangePassword;
import org.acides.hiboo.identity.api.commands.RevokeSession;
import org.acides.hiboo.identity.api.queries.FindMySessions;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Sessions in memory. Identity's own handlers take its place. */
@Component
class StandInSessions {

    private final List<MySession> sessions = new CopyOnWriteArrayList<>();

    StandInSessions(SignedInForGood here, Clock clock) {
        add(here.who().session(), "Firefox, Linux", clock, Duration.ofHours(3), Duration.ZERO);
        add(SessionId.random(), "Safari, iPhone", clock, Duration.ofDays(12), Duration.ofHours(7));
        add(SessionId.random(), "Chrome, Windows", clock, Duration.ofDays(40), Duration.ofDays(9));
    }

    private void add(SessionId id, String device, Clock clock, Duration since, Duration used) {
        sessions.add(new MySession(
                id, device, clock.instant().minus(since), clock.instant().minus(used)));
    }

    @QueryHandler
    List<MySession> handle(FindMySessions query) {
        return List.copyOf(sessions);
    }

    @CommandHandler
    void handle(RevokeSession command) {
        if (!sessions.removeIf(session -> session.sessionId().equals(command.sessionId())))
            throw new Refused("session.unknown");
    }

    @CommandHandler
    void handle(ChangePassword command) {
        if (!command.current().equals("correct horse")) throw new Refused("password.wrong");
        if (command.chosen().length() < 10) throw new Refused("password.too-short", 10);
    }
}
