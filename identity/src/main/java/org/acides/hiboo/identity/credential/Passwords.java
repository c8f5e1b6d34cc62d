package org.acides.hiboo.identity.credential;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/** The members' passwords. None is ever stored, logged or written in an event; only its hash is stored, here. */
public interface Passwords {

    /**
     * Whether a password may be chosen: 10 to 1,000 characters, not well known, no rules of composition (NIST SP
     * 800-63B-4 §3.1.1.2).
     *
     * @param personal what the password must not be: login name, address
     * @throws Refused {@code password.too-short} (10), {@code password.too-long} (1,000), {@code password.well-known}
     */
    void requireGood(String chosen, String... personal);

    /**
     * Hashes a password, outside of any transaction if possible: it takes its time, and waits for its turn.
     *
     * @throws Refused {@code busy} when too many are being hashed at once
     */
    PasswordHash hash(String chosen);

    /** Stores the hash, in the caller's transaction, in place of any earlier one. */
    void store(AccountId account, PasswordHash hash);

    /**
     * Hashes and stores at once.
     *
     * @throws Refused {@code busy} when too many are being hashed at once
     */
    default void set(AccountId account, String chosen) {
        store(account, hash(chosen));
    }

    /**
     * Whether it is the account's password. It takes as long for no account, and for one without password. A hash made
     * with other parameters than today's is made anew on a match.
     *
     * @throws Refused {@code busy} when too many are being hashed at once
     */
    boolean matches(@Nullable AccountId account, String typed);

    /**
     * Whether {@link #hash} made the hash of this, for those that are stored elsewhere.
     *
     * @throws Refused {@code busy} when too many are being hashed at once
     */
    boolean isOf(PasswordHash hash, String typed);
}
