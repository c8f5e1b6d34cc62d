package org.acides.hiboo.captcha.pow;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import java.util.Map;

/** Argon2id (RFC 9106) by the reference library in C: memory that no graphics card has for each of its cores. */
final class Argon2id implements Derivation {

    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MEMORY_KIB = 16 * 1024;

    /** So many difficulties differ by passes before a digit more takes its place. */
    private static final int STEPS = 4;

    private final Argon2Advanced argon2 =
            Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id, SALT_BYTES, KEY_BYTES);

    @Override
    public String algorithm() {
        return "ARGON2ID";
    }

    /** 16 MiB, which a phone has for each of some workers, and 1 to 8 passes. */
    @Override
    public Map<String, Object> cost(int difficulty) {
        return Map.of("cost", 1 << (difficulty - 1) % STEPS, "memoryCost", MEMORY_KIB, "parallelism", 1);
    }

    @Override
    public int digits(int difficulty) {
        return 1 + (difficulty - 1) / STEPS;
    }

    @Override
    public int hardest() {
        return 7;
    }

    @Override
    public byte[] derive(Map<String, Object> parameters, byte[] password, byte[] salt) {
        return argon2.pbkdf(
                Derivation.number(parameters, "cost"),
                Derivation.number(parameters, "memoryCost"),
                Derivation.number(parameters, "parallelism"),
                password,
                salt,
                KEY_BYTES);
    }
}
