package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.infrastructure.processing.Once;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Tells the member that a passkey of theirs opens nothing any more. */
@Component
@ProcessingGroup("policy.identity.passkey-suspected")
class WhenPasskeySuspectedThenTellMember {

    private final Once once;
    private final Accounts accounts;
    private final Letters letters;

    WhenPasskeySuspectedThenTellMember(Once once, Accounts accounts, Letters letters) {
        this.once = once;
        this.accounts = accounts;
        this.letters = letters;
    }

    @EventHandler
    void on(PasskeySuspected event, EventMessage<?> message) {
        if (!once.first(message.getIdentifier(), "tell-member")) return;
        accounts.find(event.accountId()).ifPresent(account -> letters.passkeySuspected(account));
    }
}
