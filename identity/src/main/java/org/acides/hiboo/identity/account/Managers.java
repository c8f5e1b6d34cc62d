package org.acides.hiboo.identity.account;

import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.events.ServiceEntrusted;
import org.acides.hiboo.identity.api.events.ServiceTakenBack;
import org.acides.hiboo.identity.api.queries.AccountRow;
import org.acides.hiboo.identity.api.queries.FindMyServices;
import org.acides.hiboo.identity.api.queries.FindServiceManagers;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who answers for which service, in the transaction of the events that say so. Admins answer for all of them. */
@Component
@ProcessingGroup("lookup.identity.service-manager")
public class Managers {

    private final JdbcClient jdbc;

    Managers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets admins, the service's managers and processes of ours pass.
     *
     * @param actor as the command's metadata names it
     * @throws Refused {@code service.not-managed}
     */
    public void require(ServiceRef service, Actor actor) {
        if (!answersFor(service, actor)) throw new Refused("service.not-managed");
    }

    /** Whether {@link #require} lets them pass. */
    public boolean answersFor(ServiceRef service, Actor actor) {
        return actor.role().equals(Role.ADMIN.name())
                || actor.role().equals(Actor.SYSTEM)
                || actor.role().equals(SignedIn.SERVICE_MANAGER) && manages(AccountId.of(actor.id()), service);
    }

    private boolean manages(AccountId account, ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.service_manager m JOIN identity.account a"
                        + " USING (account_id) WHERE m.service_id = ? AND m.account_id = ? AND NOT a.blocked)")
                .params(service.value(), account.value())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    List<ServiceRef> handle(FindMyServices query) {
        return jdbc
                .sql("SELECT service_id FROM identity.service_manager WHERE account_id = ? ORDER BY service_id")
                .param(query.accountId().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ServiceRef::new)
                .toList();
    }

    @QueryHandler
    List<AccountRow> handle(FindServiceManagers query) {
        return jdbc.sql(StoredAccounts.COLUMNS + "WHERE account_id IN (SELECT account_id FROM identity.service_manager"
                        + " WHERE service_id = ?) ORDER BY login_folded")
                .param(query.service().value())
                .query(AccountQueries::row)
                .list();
    }

    @EventHandler
    void on(ServiceEntrusted event) {
        jdbc.sql("INSERT INTO identity.service_manager (service_id, account_id) VALUES (?, ?)")
                .params(event.service().value(), event.accountId().value())
                .update();
    }

    @EventHandler
    void on(ServiceTakenBack event) {
        jdbc.sql("DELETE FROM identity.service_manager WHERE service_id = ? AND account_id = ?")
                .params(event.service().value(), event.accountId().value())
                .update();
    }
}
