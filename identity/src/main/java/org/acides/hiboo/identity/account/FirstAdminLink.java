package org.acides.hiboo.identity.account;

import java.util.Optional;
import org.acides.hiboo.identity.api.queries.FindFirstAdminLink;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The link that makes the first admin. There is one at most, and none beside an admin. */
@Component
class FirstAdminLink {

    static final String PATH = "/first-admin/";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PublicAddress address;

    FirstAdminLink(JdbcClient jdbc, Accounts accounts, PublicAddress address) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.address = address;
    }

    @QueryHandler
    Optional<String> handle(FindFirstAdminLink query) {
        if (accounts.anyAdmin()) return Optional.empty();
        String secret = Secret.fresh();
        jdbc.sql("INSERT INTO identity.first_admin_link (digest) VALUES (?)"
                        + " ON CONFLICT (one) DO UPDATE SET digest = EXCLUDED.digest")
                .param(Secret.digest(secret))
                .update();
        return Optional.of(address.link(PATH + secret));
    }

    /** Looking uses nothing up. */
    boolean opens(String secret) {
        return !accounts.anyAdmin()
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.first_admin_link WHERE digest = ?)")
                        .param(Secret.digest(secret))
                        .query(Boolean.class)
                        .single();
    }

    void revoke() {
        jdbc.sql("DELETE FROM identity.first_admin_link").update();
    }
}
