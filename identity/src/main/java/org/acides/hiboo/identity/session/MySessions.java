package org.acides.hiboo.identity.session;

import java.util.List;
import org.acides.hiboo.identity.api.commands.RevokeSession;
import org.acides.hiboo.identity.api.commands.SignOutEverywhere;
import org.acides.hiboo.identity.api.queries.FindMySessions;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Shows members where they are signed in, and signs them out there. */
@Component
class MySessions {

    private final JdbcSessions sessions;

    MySessions(JdbcSessions sessions) {
        this.sessions = sessions;
    }

    @QueryHandler
    List<MySession> handle(FindMySessions query) {
        return sessions.of(query.accountId());
    }

    @CommandHandler
    void handle(SignOutEverywhere command) {
        sessions.endAll(command.accountId(), null);
    }

    @CommandHandler
    void handle(RevokeSession command) {
        if (!sessions.endOne(command.accountId(), command.sessionId())) throw new Refused("session.unknown");
    }
}
