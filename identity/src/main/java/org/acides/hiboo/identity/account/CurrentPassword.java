package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.identity.factor.Factors;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/**
 * Has a member who is signed in type the password that they have, before something grave; whoever has a second factor must have
 * proved it lately too.
 */
@Component
public class CurrentPassword {

    private final Passwords passwords;
    private final Attempts attempts;
    private final Factors factors;
    private final Freshness freshness;

    CurrentPassword(Passwords passwords, Attempts attempts, Factors factors, Freshness freshness) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.factors = factors;
        this.freshness = freshness;
    }

    /**
     * Counted apart from sign-ins: nobody who fails at those holds up a member who is signed in.
     *
     * @throws Refused {@code authentication.stale}, {@code password.wrong}, {@code throttled} (seconds), {@code busy}
     */
    public void require(AccountId account, SessionId session, String typed) {
        if (factors.any(account)) freshness.require(account, session);
        String subject = "change " + account;
        String source = "session " + session;
        attempts.require(subject, source, null);
        boolean right;
        try {
            right = passwords.matches(account, typed);
        } catch (Refused busy) {
            attempts.takeBack(subject, source, null);
            throw busy;
        }
        if (!right) throw new Refused("password.wrong");
        String ignored = attempts.succeeded(subject, source, null);
    }
}
