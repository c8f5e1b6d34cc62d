package org.acides.hiboo.identity.session;

import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;

/**
 * Sessions of one account are over: signed out, revoked, or ended with the account. {@code Sessions} publishes it through
 * Spring's {@code ApplicationEventPublisher} in the transaction that ends them, so that what hangs on a session ends in
 * that same transaction; a listener that fails rolls the ending back.
 *
 * @param expired nobody ended them: they were not used for too long, or were too many
 */
public record SessionsEnded(AccountId account, Set<SessionId> sessions, boolean expired) {
    public SessionsEnded {
        sessions = Set.copyOf(sessions);
    }
}
