package org.acides.hiboo.identity.credential;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.hashing.Turns;
import org.springframework.stereotype.Component;

/** Argon2id (RFC 9106) by the reference library in C, as many at once as there are cores. */
@Component
class Hashing implements HashingTurns {

    private static final int WAITING_PER_CORE = 64;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Argon2 argon2 = Argon2Factory.create(Argon2Factory.Argon2Types.ARGON2id, 16, 32);
    private final HashingCost cost;
    private final Turns turns;
    private final String nobodys;

    Hashing(HashingCost cost) {
        this.cost = cost;
        int cores = Runtime.getRuntime().availableProcessors();
        this.turns = new Turns(cores, cores * WAITING_PER_CORE, PATIENCE_MILLIS);
        this.nobodys = hash("nobody's").phc();
    }

    @Override
    public <T> T take(Supplier<T> work) {
        return turns.take(work);
    }

    /** @throws Refused {@code busy} */
    PasswordHash hash(String password) {
        return new PasswordHash(
                bytes(password, bytes -> argon2.hash(cost.iterations(), cost.memoryKib(), cost.lanes(), bytes)));
    }

    /** @throws Refused {@code busy} */
    boolean matches(String phc, String password) {
        return bytes(password, bytes -> argon2.verify(phc, bytes));
    }

    /**
     * Takes as long as {@link #matches} with a hash of today's cost.
     *
     * @throws Refused {@code busy}
     */
    void matchesNobody(String password) {
        boolean ignored = matches(nobodys, password);
    }

    boolean outdated(String phc) {
        return argon2.needsRehash(phc, cost.iterations(), cost.memoryKib(), cost.lanes());
    }

    /** One password typed on two keyboards is one sequence of bytes (RFC 8265 §4.2.2: NFC). */
    private <T> T bytes(String password, Function<byte[], T> use) {
        return turns.take(() -> {
            byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            try {
                return use.apply(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }
}
