package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.queries.FindFirstAdminLink;
import org.acides.hiboo.identity.credential.Passwords;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The printed link makes one admin, where there is none, and no second. */
class FirstAdminLinkTest extends AccountLife {

    private static final String MEGABYTE = "a".repeat(1_000_000);

    @Autowired
    Passwords passwords;

    @Autowired
    Invitations invitations;

    @Autowired
    FirstAdminLink firstAdmin;

    @Autowired
    QueryGateway queries;

    @BeforeEach
    void nobodyIsAdmin() {
        noAdmins();
    }

    @Test
    void aLinkMakesTheFirstAdminOnce() {
        String replaced = link().orElseThrow();
        String secret = link().orElseThrow();
        assertThat(registration.opensFirstAdmin(replaced)).isFalse();
        assertThat(registration.opensFirstAdmin(secret)).isTrue();
        AccountId id = register();
        refused(() -> registration.makeFirstAdmin(id, replaced), "first-admin.gone");
        refused(() -> registration.makeFirstAdmin(id, MEGABYTE), "first-admin.gone");
        registration.makeFirstAdmin(id, secret);
        assertThat(accounts.find(id).orElseThrow().roles()).contains(Role.ADMIN);
        assertThat(link()).isEmpty();
        assertThat(registration.opensFirstAdmin(secret)).isFalse();
        refused(() -> registration.makeFirstAdmin(register(), secret), "first-admin.gone");
    }

    @Test
    void theFirstAdminSignsUpWithTheLinkWhereNobodyElseMay() {
        Registration closed = new Registrar(commands, accounts, passwords, invitations, firstAdmin, "closed");
        String secret = link().orElseThrow();
        assertThat(closed.opensSignUp(secret)).isTrue();
        AccountId id = closed.register(applicant(name(), name() + "@example.org", secret));
        closed.makeFirstAdmin(id, secret);
        assertThat(closed.opensSignUp(secret)).isFalse();
        refused(() -> closed.register(applicant(name(), name() + "@example.org", secret)), "sign-up.closed");
    }

    @Test
    void ofTenWhoWouldBeFirstAdminOneIs() throws Exception {
        String secret = link().orElseThrow();
        List<String> outcomes = race(10, () -> {
            registration.makeFirstAdmin(register(), secret);
            return null;
        });
        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        assertThat(outcomes.stream().filter("first-admin.gone"::equals)).hasSize(9);
    }

    private Optional<String> link() {
        return queries.query(new FindFirstAdminLink(), ResponseTypes.optionalInstanceOf(String.class))
                .join()
                .map(link -> {
                    assertThat(link).matches("http://localhost:8080/first-admin/[A-Za-z0-9_-]{43}");
                    return link.substring(link.lastIndexOf('/') + 1);
                });
    }
}
