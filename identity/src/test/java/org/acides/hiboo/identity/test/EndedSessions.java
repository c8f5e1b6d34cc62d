package org.acides.hiboo.identity.test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.session.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Remembers whose sessions were ended; it goes when there are sessions to end. */
@Component
public class EndedSessions implements Sessions {

    public record All(AccountId account, @Nullable SessionId keep) {}

    public final List<All> ended = new CopyOnWriteArrayList<>();

    @Override
    public Begun begin(AccountId account, List<String> methods, String device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<SignedIn> find(String cookie) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void authenticatedAgain(SessionId session, List<String> methods) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void end(AccountId account, SessionId session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endAll(AccountId account, @Nullable SessionId keep) {
        ended.add(new All(account, keep));
    }
}
