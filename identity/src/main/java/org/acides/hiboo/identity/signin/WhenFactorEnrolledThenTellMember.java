package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.infrastructure.processing.Once;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Tells the member of a passkey or a certificate that was added: whoever has it comes nearer to their account. */
@Component
@ProcessingGroup("policy.identity.factor-enrolled")
class WhenFactorEnrolledThenTellMember {

    private final Once once;
    private final Accounts accounts;
    private final Letters letters;

    WhenFactorEnrolledThenTellMember(Once once, Accounts accounts, Letters letters) {
        this.once = once;
        this.accounts = accounts;
        this.letters = letters;
    }

    @EventHandler
    void on(FactorEnrolled event, EventMessage<?> message) {
        if (event.kind() == FactorKind.TOTP) return;
        if (!once.first(message.getIdentifier(), "tell-member")) return;
        accounts.find(event.accountId()).ifPresent(account -> letters.added(event.kind(), account));
    }
}
