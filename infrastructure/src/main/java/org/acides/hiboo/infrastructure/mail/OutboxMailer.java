package org.acides.hiboo.infrastructure.mail;

import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts letters where they wait in the caller's transaction, and tells after its commit. */
class OutboxMailer implements Mailer {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final String state;
    private final Runnable committed;

    /** @param state in which letters start: to be sent, or just to be shown */
    OutboxMailer(Outbox outbox, TransactionTemplate transaction, String state, Runnable committed) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.state = state;
        this.committed = committed;
    }

    @Override
    public void post(OpenMail mail) {
        transaction.executeWithoutResult(status -> {
            outbox.add(mail, state);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.run();
                }
            });
        });
    }
}
