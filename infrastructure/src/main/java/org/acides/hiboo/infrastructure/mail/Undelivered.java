package org.acides.hiboo.infrastructure.mail;

/** The far end did not take a letter. */
final class Undelivered extends Exception {

    private final boolean forGood;

    /**
     * @param answer what it said, without the address
     * @param forGood whether it would say the same again (a 5xx reply, RFC 5321 §4.2.1)
     */
    Undelivered(String answer, boolean forGood) {
        super(answer, null, false, false);
        this.forGood = forGood;
    }

    boolean forGood() {
        return forGood;
    }
}
