package org.acides.hiboo.infrastructure.api;

/** Takes letters and delivers them, retrying until the far end answers. */
public interface Mailer {

    /**
     * Puts a letter in the outbox, in the caller's transaction when there is one. It leaves after the commit, survives
     * a restart, and is sent at least once.
     */
    void post(OpenMail mail);
}
