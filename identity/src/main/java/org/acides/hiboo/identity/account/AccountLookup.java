package org.acides.hiboo.identity.account;

import java.time.ZoneOffset;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
import org.acides.hiboo.identity.api.events.EmailVerified;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.identity.api.events.RoleRevoked;
import org.acides.hiboo.identity.api.events.TermsAccepted;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the accounts in the transaction of their own events: of two people who race for one login name or one address, the
 * slower is refused by the database. What was erased since is left out of a replay.
 */
@Component
@ProcessingGroup("lookup.identity.account")
class AccountLookup {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    AccountLookup(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @EventHandler
    void on(AccountRegistered event) {
        LoginName login =
                sealer.open(event.loginName(), String.class).map(LoginName::new).orElse(null);
        EmailAddress email =
                sealer.open(event.email(), String.class).map(EmailAddress::new).orElse(null);
        if (login == null || email == null) return;
        int taken = jdbc.sql("INSERT INTO identity.account (account_id, login_name, login_folded, login_skeleton,"
                        + " email, email_folded, language, registered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .param(event.accountId().value())
                .param(login.value())
                .param(login.folded())
                .param(login.skeleton())
                .param(email.value())
                .param(email.folded())
                .param(event.language())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
        if (taken == 0) throw new Refused(isTaken(login) ? "login-name.taken" : "email.taken");
    }

    @EventHandler
    void on(EmailVerified event) {
        set(event.accountId(), "verified = ?", true);
    }

    @EventHandler
    void on(TermsAccepted event) {
        set(event.accountId(), "terms = ?", event.version());
    }

    @EventHandler
    void on(RoleGranted event) {
        set(event.accountId(), "roles = array_append(roles, ?)", event.role().name());
    }

    @EventHandler
    void on(RoleRevoked event) {
        set(event.accountId(), "roles = array_remove(roles, ?)", event.role().name());
    }

    @EventHandler
    void on(AccountBlocked event) {
        set(event.accountId(), "blocked = ?", true);
    }

    @EventHandler
    void on(AccountUnblocked event) {
        set(event.accountId(), "blocked = ?", false);
    }

    private void set(AccountId account, String change, Object value) {
        jdbc.sql("UPDATE identity.account SET " + change + " WHERE account_id = ?")
                .param(value)
                .param(account.value())
                .update();
    }

    private boolean isTaken(LoginName login) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.account WHERE login_folded = ? OR login_skeleton = ?)")
                .param(login.folded())
                .param(login.skeleton())
                .query(Boolean.class)
                .single();
    }
}
