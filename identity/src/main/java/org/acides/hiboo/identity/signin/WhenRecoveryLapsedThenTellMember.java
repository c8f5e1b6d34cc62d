package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.infrastructure.processing.Once;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Tells the member that two admins were asked to take their factors away, and that it came to nothing. */
@Component
@ProcessingGroup("policy.identity.recovery-lapsed")
class WhenRecoveryLapsedThenTellMember {

    private final Once once;
    private final Accounts accounts;
    private final Letters letters;

    WhenRecoveryLapsedThenTellMember(Once once, Accounts accounts, Letters letters) {
        this.once = once;
        this.accounts = accounts;
        this.letters = letters;
    }

    @EventHandler
    void on(RecoveryLapsed event, EventMessage<?> message) {
        if (!once.first(message.getIdentifier(), "tell-member")) return;
        accounts.find(event.accountId()).ifPresent(account -> letters.recoveryLapsed(account));
    }
}
