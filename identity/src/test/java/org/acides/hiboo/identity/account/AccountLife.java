package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.test.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who sign up, on a real database. */
public abstract class AccountLife extends ProfileLife {

    protected static final String PASSWORD = "otters hold hands asleep";

    protected static final Actor ADMIN = Staff.ADMIN;

    @Autowired
    protected Registration registration;

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected JdbcClient jdbc;

    protected final AccountId register() {
        return register(name());
    }

    protected final AccountId register(String login) {
        return registration.register(applicant(login, name() + "@example.org", null));
    }

    protected static Registration.Applicant applicant(String login, String email, @Nullable String invitation) {
        return new Registration.Applicant(login, email, PASSWORD, "fr", "1", invitation);
    }

    protected final AccountId admin() {
        AccountId id = register();
        commands.send(new GrantRole(id, Role.ADMIN), ADMIN);
        return id;
    }

    protected final void noAdmins() {
        jdbc.sql("UPDATE identity.account SET roles = array_remove(roles, 'ADMIN')")
                .update();
    }
}
