package org.acides.hiboo.identity.credential;

import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the hashes in {@code identity.password}. */
@Component
class StoredPasswords implements Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final Hashing hashing;
    private final WellKnown wellKnown;

    StoredPasswords(JdbcClient jdbc, Hashing hashing, WellKnown wellKnown) {
        this.jdbc = jdbc;
        this.hashing = hashing;
        this.wellKnown = wellKnown;
    }

    @Override
    public void requireGood(String chosen, String... personal) {
        if (tooLong(chosen)) throw new Refused("password.too-long", LONGEST);
        if (chosen.codePointCount(0, chosen.length()) < SHORTEST) throw new Refused("password.too-short", SHORTEST);
        if (wellKnown.contains(chosen, personal)) throw new Refused("password.well-known");
    }

    @Override
    public PasswordHash hash(String chosen) {
        return hashing.hash(chosen);
    }

    @Override
    public void store(AccountId account, PasswordHash hash) {
        jdbc.sql("INSERT INTO identity.password (account_id, hash) VALUES (?, ?)"
                        + " ON CONFLICT (account_id) DO UPDATE SET hash = EXCLUDED.hash")
                .param(account.value())
                .param(hash.phc())
                .update();
    }

    @Override
    public boolean matches(@Nullable AccountId account, String typed) {
        String stored = account == null ? null : find(account).orElse(null);
        if (stored == null || tooLong(typed)) {
            hashing.matchesNobody(tooLong(typed) ? "" : typed);
            return false;
        }
        if (!hashing.matches(stored, typed)) return false;
        if (account != null && hashing.outdated(stored)) renew(account, stored, typed);
        return true;
    }

    @Override
    public boolean isOf(PasswordHash hash, String typed) {
        return hashing.matches(hash.phc(), typed);
    }

    private Optional<String> find(AccountId account) {
        return jdbc.sql("SELECT hash FROM identity.password WHERE account_id = ?")
                .param(account.value())
                .query(String.class)
                .optional();
    }

    /** A password that was changed meanwhile stays, and a machine too busy renews the hash another time. */
    private void renew(AccountId account, String old, String typed) {
        try {
            jdbc.sql("UPDATE identity.password SET hash = ? WHERE account_id = ? AND hash = ?")
                    .param(hashing.hash(typed).phc())
                    .param(account.value())
                    .param(old)
                    .update();
        } catch (Refused busy) {
            if (!"busy".equals(busy.code())) throw busy;
        }
    }

    /** Longer than any password, whatever its code points: nothing need look at a megabyte. */
    private static boolean tooLong(String text) {
        return text.length() > 2 * LONGEST || text.codePointCount(0, text.length()) > LONGEST;
    }
}
