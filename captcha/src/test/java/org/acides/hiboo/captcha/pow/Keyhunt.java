package org.acides.hiboo.captcha.pow;

import java.security.SecureRandom;
import java.util.Map;

/** What an attacker does all day, and we once a solution: derives keys. */
public final class Keyhunt {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Derivation derivation;
    private final Map<String, Object> cost;
    private final byte[] password = new byte[20];
    private final byte[] salt = new byte[16];

    private Keyhunt(Derivation derivation, int difficulty) {
        this.derivation = derivation;
        this.cost = derivation.cost(difficulty);
        RANDOM.nextBytes(password);
        RANDOM.nextBytes(salt);
    }

    public static Keyhunt of(String kind, int difficulty) {
        return new Keyhunt(kind.equals("pow") ? new Pbkdf2() : new Argon2id(), difficulty);
    }

    public static int hardest(String kind) {
        return (kind.equals("pow") ? new Pbkdf2() : new Argon2id()).hardest();
    }

    /** One key more. */
    public void derive() {
        password[19]++;
        derivation.derive(cost, password, salt);
    }

    public int rounds() {
        return Derivation.number(cost, "cost");
    }

    /** How many keys it takes on average. */
    public double keys(int difficulty) {
        return Math.pow(16, derivation.digits(difficulty));
    }
}
