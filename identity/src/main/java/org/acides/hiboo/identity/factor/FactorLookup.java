package org.acides.hiboo.identity.factor;

import java.time.ZoneOffset;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps {@code identity.factor} in the transaction of the factors' own events. */
@Component
@ProcessingGroup("lookup.identity.factor")
class FactorLookup {

    private final JdbcClient jdbc;

    FactorLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(FactorEnrolled event) {
        jdbc.sql("INSERT INTO identity.factor (factor_id, account_id, kind, enrolled_at) VALUES (?, ?, ?, ?)")
                .params(
                        event.factorId().value(),
                        event.accountId().value(),
                        event.kind().name(),
                        event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(FactorRemoved event) {
        jdbc.sql("DELETE FROM identity.factor WHERE factor_id = ?")
                .param(event.factorId().value())
                .update();
    }
}
