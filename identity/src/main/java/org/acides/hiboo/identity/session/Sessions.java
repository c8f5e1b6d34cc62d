package org.acides.hiboo.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Signed-in browsers, in the database: they outlive a restart and hold on every node. What ends one publishes
 * {@link SessionsEnded} in the same transaction.
 */
public interface Sessions {

    /** @param cookie 43 characters of base64url, 256 bits, of which the database knows the SHA-256 alone */
    record Begun(SessionId id, String cookie) {
        @Override
        public String toString() {
            return "Begun[" + id + "]";
        }
    }

    /**
     * @param methods RFC 8176 values
     * @param device a coarse name such as «Firefox, Linux»; never the whole User-Agent
     */
    Begun begin(AccountId account, List<String> methods, String device);

    /**
     * The same, for somebody who proved who they are before now.
     *
     * @param authenticatedAt when; not later than now
     */
    Begun begin(AccountId account, List<String> methods, String device, Instant authenticatedAt);

    /** Who is behind a cookie now: empty when it is unknown, over, revoked, or its account blocked. */
    Optional<SignedIn> find(String cookie);

    /** The person behind one session of an account: empty when it is over, revoked, or the account blocked. */
    Optional<SignedIn> find(AccountId account, SessionId session);

    /** The person proved again who they are: {@code authenticatedAt} becomes now. */
    void authenticatedAgain(SessionId session, List<String> methods);

    /** The person proved by more than before who they are; {@code authenticatedAt} stays. */
    void provedMore(SessionId session, List<String> methods);

    void end(AccountId account, SessionId session);

    /** The same, of a session that nobody used for too long. */
    void expire(AccountId account, SessionId session);

    /** @param keep the one session that goes on, or null for none */
    void endAll(AccountId account, @Nullable SessionId keep);
}
