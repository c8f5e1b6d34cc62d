package org.acides.hiboo.infrastructure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = {
            InfrastructureConfiguration.class,
            TestDatabase.class,
            Tally.class,
            TallyReaders.Lookup.class,
            TallyReaders.Projection.class
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnableAutoConfiguration
class EventStoreTest {

    private static final Actor SOMEONE = new Actor("someone", "MEMBER");

    @Autowired
    Commands commands;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionManager transactions;

    @Autowired
    TallyReaders.Projection projection;

    @Test
    void transactionsAreReal() {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void anEventIsStoredUnderItsNameWithWhoAndWhy() {
        UUID id = UUID.randomUUID();
        commands.send(new Tally.Add(id, 3), SOMEONE);
        var row = jdbc.sql("SELECT name, revision, actor, metadata->>'role' AS role, metadata->>'command' AS command,"
                        + " metadata->>'cause' AS cause, payload->>'amount' AS amount"
                        + " FROM infrastructure.event WHERE aggregate = ?")
                .param(id.toString())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("name", "infrastructure.tally-added")
                .containsEntry("revision", "0")
                .containsEntry("actor", "someone")
                .containsEntry("role", "MEMBER")
                .containsEntry("command", "infrastructure.add")
                .containsEntry("amount", "3");
        assertThat(row.get("cause")).isNotNull();
    }

    @Test
    void aRefusalReachesWhoeverAsked() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> commands.send(new Tally.Add(id, 101), SOMEONE))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("tally.full"));
    }

    @Test
    void aLookUpThatFailsUndoesTheEvent() {
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> commands.send(new Tally.Add(id, 13), SOMEONE)).hasMessage("unlucky");
        assertThat(jdbc.sql("SELECT count(*) FROM infrastructure.event WHERE aggregate = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aProjectionFollows() {
        UUID id = UUID.randomUUID();
        commands.send(new Tally.Add(id, 3), SOMEONE);
        commands.send(new Tally.Add(id, 4), SOMEONE);
        await().untilAsserted(() -> assertThat(projection.total(id)).isEqualTo(7));
    }
}
