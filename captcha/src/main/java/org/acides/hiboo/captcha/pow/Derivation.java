package org.acides.hiboo.captcha.pow;

import java.util.Map;

/** A key derivation function, and how much of it a difficulty asks for. Each difficulty takes twice the work of the one before. */
interface Derivation {

    /** As ALTCHA calls it: {@code algorithm}. */
    String algorithm();

    /** The function's own parameters in ALTCHA's words: {@code cost}, and whatever else it takes. */
    Map<String, Object> cost(int difficulty);

    /** How many hexadecimal digits of the key are given: on average 16 to that power keys are derived until one has them. */
    int digits(int difficulty);

    /** The last difficulty that nearly every phone still works off while a challenge lives (ADR 144); what is beyond is posed as this. */
    int hardest();

    /**
     * @param parameters the challenge's, as {@link #cost} gave them
     * @return 32 bytes
     */
    byte[] derive(Map<String, Object> parameters, byte[] password, byte[] salt);

    static int number(Map<String, Object> parameters, String name) {
        return ((Number) parameters.getOrDefault(name, 0)).intValue();
    }
}
