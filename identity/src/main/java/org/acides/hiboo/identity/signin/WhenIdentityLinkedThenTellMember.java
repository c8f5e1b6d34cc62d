package org.acides.hiboo.identity.signin;

import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.infrastructure.processing.Once;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Tells the member of an identity elsewhere that was linked: it opens their account without their password. */
@Component
@ProcessingGroup("policy.identity.identity-linked")
class WhenIdentityLinkedThenTellMember {

    private final Once once;
    private final Accounts accounts;
    private final Letters letters;

    WhenIdentityLinkedThenTellMember(Once once, Accounts accounts, Letters letters) {
        this.once = once;
        this.accounts = accounts;
        this.letters = letters;
    }

    @EventHandler
    void on(IdentityLinked event, EventMessage<?> message) {
        if (!once.first(message.getIdentifier(), "tell-member")) return;
        accounts.find(event.accountId()).ifPresent(account -> letters.identityLinked(account, event.provider()));
    }
}
