package org.acides.hiboo.identity.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bundles that were handed in, each in a box of its own. */
@Component
class StoredArrivals {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final MoveTags tags;
    private final Clock clock;

    StoredArrivals(JdbcClient jdbc, Sealer sealer, MoveTags tags, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.tags = tags;
        this.clock = clock;
    }

    private record Row(UUID id, Optional<Arrival> arrival) {}

    UUID add(Arrival arrival) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO identity.arrival (arrival_id, account_tag, box, kept_until) VALUES (?, ?, ?, ?)")
                .params(
                        id,
                        tags.arriving(arrival.account()),
                        sealer.seal(id, arrival).box(),
                        keptUntil())
                .update();
        return id;
    }

    /** The account's, by identifier. */
    Map<UUID, Arrival> of(AccountId account) {
        return jdbc
                .sql("SELECT arrival_id, box FROM identity.arrival WHERE account_tag = ?")
                .param(tags.arriving(account))
                .query(this::row)
                .list()
                .stream()
                .filter(row -> row.arrival().isPresent())
                .collect(Collectors.toMap(Row::id, row -> row.arrival().orElseThrow()));
    }

    Optional<Arrival> find(UUID id) {
        return read("SELECT arrival_id, box FROM identity.arrival WHERE arrival_id = ?", id);
    }

    /** Of two who change it, one waits for the other. */
    @Transactional
    public Optional<Arrival> change(UUID id, UnaryOperator<Arrival> change) {
        Optional<Arrival> changed = read(
                        "SELECT arrival_id, box FROM identity.arrival WHERE arrival_id = ? FOR UPDATE", id)
                .map(change);
        changed.ifPresent(arrival -> jdbc.sql(
                        "UPDATE identity.arrival SET box = ?, next_at = ?, kept_until = ?" + " WHERE arrival_id = ?")
                .param(sealer.seal(id, arrival).box())
                .param(time(arrival.next()))
                .param(keptUntil())
                .param(id)
                .update());
        return changed;
    }

    List<UUID> due(Instant now) {
        return jdbc.sql("SELECT arrival_id FROM identity.arrival WHERE next_at <= ? ORDER BY next_at")
                .param(time(now))
                .query(UUID.class)
                .list();
    }

    /** Whether nobody accepted the bundle before. */
    boolean acceptOnce(Arrival arrival) {
        return jdbc.sql("INSERT INTO identity.accepted_bundle (bundle) VALUES (?) ON CONFLICT DO NOTHING")
                        .param(tags.bundle(arrival.from(), arrival.bundle()))
                        .update()
                == 1;
    }

    boolean accepted(String from, UUID bundle) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.accepted_bundle WHERE bundle = ?)")
                .param(tags.bundle(from, bundle))
                .query(Boolean.class)
                .single();
    }

    void forget(UUID id) {
        jdbc.sql("DELETE FROM identity.arrival WHERE arrival_id = ?").param(id).update();
        sealer.erase(id);
    }

    @Transactional
    public void clear() {
        jdbc
                .sql(
                        "SELECT arrival_id, box FROM identity.arrival WHERE next_at IS NULL AND kept_until <= ? FOR UPDATE")
                .param(time(clock.instant()))
                .query(this::row)
                .list()
                .stream()
                .filter(row -> row.arrival().filter(Arrival::owed).isEmpty())
                .forEach(row -> forget(row.id()));
    }

    private Optional<Arrival> read(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(this::row).optional().flatMap(Row::arrival);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new Row(id, sealer.open(new Sealed<Arrival>(id, row.getString(2)), Arrival.class));
    }

    private @Nullable OffsetDateTime keptUntil() {
        return time(clock.instant().plus(KEPT));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
