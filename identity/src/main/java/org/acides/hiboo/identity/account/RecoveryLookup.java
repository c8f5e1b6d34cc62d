package org.acides.hiboo.identity.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.RecoveryId;
import org.acides.hiboo.identity.api.events.RecoveryCancelled;
import org.acides.hiboo.identity.api.events.RecoveryCompleted;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.identity.api.queries.FindRecovery;
import org.acides.hiboo.identity.api.queries.RecoveryRow;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which recoveries are under way, in the transaction of their events, and asks each minute for what is due or over. */
@Component
@ProcessingGroup("lookup.identity.recovery")
class RecoveryLookup {

    private static final Actor SCHEDULE = Actor.system("identity.recoveries");

    private final JdbcClient jdbc;
    private final RecoveryTimes times;

    RecoveryLookup(JdbcClient jdbc, RecoveryTimes times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    @EventHandler
    void on(RecoveryProposed event) {
        jdbc.sql("INSERT INTO identity.account_recovery (account_id, recovery_id, proposed_by, proposed_at)"
                        + " VALUES (?, ?, ?, ?)")
                .params(
                        event.accountId().value(),
                        event.recoveryId().value(),
                        event.by().value(),
                        event.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    @EventHandler
    void on(RecoveryConfirmed event) {
        jdbc.sql("UPDATE identity.account_recovery SET due_at = ? WHERE account_id = ?")
                .params(
                        event.dueAt().atOffset(ZoneOffset.UTC),
                        event.accountId().value())
                .update();
    }

    @EventHandler
    void on(RecoveryCancelled event) {
        forget(event.accountId());
    }

    @EventHandler
    void on(RecoveryLapsed event) {
        forget(event.accountId());
    }

    @EventHandler
    void on(RecoveryCompleted event) {
        forget(event.accountId());
    }

    private void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity.account_recovery WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    boolean underWay(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.account_recovery WHERE account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    Optional<RecoveryRow> handle(FindRecovery query) {
        return jdbc.sql("SELECT r.proposed_by, r.proposed_at, r.due_at, coalesce(a.login_name, '') AS name"
                        + " FROM identity.account_recovery r LEFT JOIN identity.account a ON a.account_id = r.proposed_by"
                        + " WHERE r.account_id = ?")
                .param(query.accountId().value())
                .query((row, number) -> row(row))
                .optional();
    }

    private RecoveryRow row(ResultSet row) throws SQLException {
        Instant proposed = row.getObject("proposed_at", OffsetDateTime.class).toInstant();
        return new RecoveryRow(
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getString("name"),
                proposed,
                proposed.plus(times.proposal()),
                due(row));
    }

    private static @Nullable Instant due(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return due == null ? null : due.toInstant();
    }

    private List<CompleteRecovery> due(Instant now) {
        return jdbc.sql("SELECT account_id, recovery_id FROM identity.account_recovery WHERE due_at <= ?")
                .param(Timestamp.from(now))
                .query((row, number) -> new CompleteRecovery(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new RecoveryId(row.getObject("recovery_id", UUID.class))))
                .list();
    }

    private List<LapseRecovery> over(Instant now) {
        return jdbc.sql("SELECT account_id, recovery_id FROM identity.account_recovery"
                        + " WHERE due_at IS NULL AND proposed_at <= ?")
                .param(Timestamp.from(now.minus(times.proposal())))
                .query((row, number) -> new LapseRecovery(
                        new AccountId(row.getObject("account_id", UUID.class)),
                        new RecoveryId(row.getObject("recovery_id", UUID.class))))
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class Deadlines {

        /** Whether it is due, or over, still is decided by the account, when asked. */
        @Bean
        Recurring dueRecoveries(RecoveryLookup lookup, Commands commands, Clock clock) {
            return new Recurring("identity.due-recoveries", Duration.ofMinutes(1), () -> {
                lookup.due(clock.instant()).forEach(due -> commands.send(due, SCHEDULE));
                lookup.over(clock.instant()).forEach(over -> commands.send(over, SCHEDULE));
            });
        }
    }
}
