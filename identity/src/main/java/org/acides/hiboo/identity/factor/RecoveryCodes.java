package org.acides.hiboo.identity.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes that stand in for a factor that is not at hand, each once. Sixty random bits each, and kept as a MAC under a key
 * that the database does not hold: what is stored can be guessed against by nobody who has the database alone.
 */
@Component
public class RecoveryCodes {

    public static final int COUNT = 10;

    private static final String KEY = "identity.recovery-code";

    /** Crockford's: no letter looks like a digit, and there is no U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Keyring keyring;

    RecoveryCodes(JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    /** Ten fresh codes of the form {@code 7K2M-Q0ZX-9RTB}, in the caller's transaction, in place of any earlier ones. */
    public List<String> renew(AccountId account) {
        forget(account);
        List<String> codes = Stream.generate(RecoveryCodes::fresh).limit(COUNT).toList();
        for (String code : codes)
            jdbc.sql("INSERT INTO identity.recovery_code (account_id, mac) VALUES (?, ?)")
                    .params(account.value(), mac(account, code))
                    .update();
        return codes;
    }

    /** Uses the code up; of two at once, one succeeds. Empty when it is none of the account's; else how many are left. */
    public OptionalInt use(AccountId account, String typed) {
        int used = jdbc.sql("DELETE FROM identity.recovery_code WHERE account_id = ? AND mac = ?")
                .params(account.value(), mac(account, typed))
                .update();
        return used == 1 ? OptionalInt.of(left(account)) : OptionalInt.empty();
    }

    public int left(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM identity.recovery_code WHERE account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    public void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity.recovery_code WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    private static String fresh() {
        StringBuilder code = new StringBuilder();
        IntStream.range(0, LENGTH).forEach(place -> {
            if (place > 0 && place % 4 == 0) code.append('-');
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        });
        return code.toString();
    }

    private byte[] mac(AccountId account, String typed) {
        byte[] letters = Typed.letters(typed).getBytes(StandardCharsets.UTF_8);
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(16 + letters.length)
                        .putLong(account.value().getMostSignificantBits())
                        .putLong(account.value().getLeastSignificantBits())
                        .put(letters)
                        .array());
    }
}
