package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.infrastructure.processing.Once;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Tells the member at once that their factors are going to be taken away, and how they call that off. */
@Component
@ProcessingGroup("policy.identity.recovery-confirmed")
class WhenRecoveryConfirmedThenTellMember {

    private final Once once;
    private final Accounts accounts;
    private final Letters letters;

    WhenRecoveryConfirmedThenTellMember(Once once, Accounts accounts, Letters letters) {
        this.once = once;
        this.accounts = accounts;
        this.letters = letters;
    }

    @EventHandler
    void on(RecoveryConfirmed event, EventMessage<?> message) {
        if (!once.first(message.getIdentifier(), "tell-member")) return;
        accounts.find(event.accountId()).ifPresent(account -> letters.recovery(account, event.dueAt()));
    }
}
