package org.acides.hiboo.identity.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bundles that members asked for. What they hold is in a box of their own; the file goes with its one download. */
@Component
class StoredMoves {

    /** How long after its end a receipt may still come, for it may have been handed in on the last day. */
    static final Duration HONOURED = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final MoveTags tags;
    private final Clock clock;

    StoredMoves(JdbcClient jdbc, Sealer sealer, MoveTags tags, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.tags = tags;
        this.clock = clock;
    }

    void add(MoveId id, CommunityId community, Departing departing, byte[] file, Instant expires) {
        jdbc.sql("INSERT INTO identity.move (move_id, account_tag, community_id, box, file, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(tags.leaving(departing.account()))
                .param(community.value())
                .param(sealer.seal(id.value(), departing).box())
                .param(file)
                .param(expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    List<StoredMove> of(AccountId account) {
        return jdbc
                .sql("SELECT * FROM identity.move WHERE account_tag = ? ORDER BY expires_at DESC, move_id")
                .param(tags.leaving(account))
                .query(this::move)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nobody changes it before the caller's transaction ends. */
    Optional<StoredMove> lock(UUID id) {
        return jdbc.sql("SELECT * FROM identity.move WHERE move_id = ? FOR UPDATE")
                .param(id)
                .query(this::move)
                .optional()
                .flatMap(move -> move);
    }

    void save(MoveId id, Departing departing) {
        jdbc.sql("UPDATE identity.move SET box = ? WHERE move_id = ?")
                .params(sealer.seal(id.value(), departing).box(), id.value())
                .update();
    }

    /** The file, to whoever asks first. */
    Optional<byte[]> fetch(AccountId account, MoveId id) {
        return jdbc.sql("WITH held AS (SELECT move_id, file FROM identity.move WHERE move_id = ? AND account_tag = ?"
                        + " AND file IS NOT NULL AND NOT called_off AND expires_at > ? FOR UPDATE)"
                        + " UPDATE identity.move m SET file = NULL FROM held WHERE m.move_id = held.move_id"
                        + " RETURNING held.file")
                .param(id.value())
                .param(tags.leaving(account))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Whether it was the account's, and not called off before. */
    boolean callOff(AccountId account, MoveId id) {
        return jdbc.sql("UPDATE identity.move SET called_off = true, file = NULL WHERE move_id = ? AND account_tag = ?"
                                + " AND NOT called_off")
                        .params(id.value(), tags.leaving(account))
                        .update()
                == 1;
    }

    @Transactional
    public void clear() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("UPDATE identity.move SET file = NULL WHERE expires_at <= ? AND file IS NOT NULL")
                .param(now)
                .update();
        jdbc.sql("DELETE FROM identity.move WHERE expires_at <= ? RETURNING move_id")
                .param(now.minus(HONOURED))
                .query(UUID.class)
                .list()
                .forEach(sealer::erase);
    }

    private Optional<StoredMove> move(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("move_id", UUID.class);
        var box = new Sealed<Departing>(id, row.getString("box"));
        CommunityId community = new CommunityId(row.getObject("community_id", UUID.class));
        boolean waiting = row.getBytes("file") != null;
        boolean calledOff = row.getBoolean("called_off");
        Instant expires = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        return sealer.open(box, Departing.class)
                .map(open -> new StoredMove(new MoveId(id), community, open, waiting, calledOff, expires));
    }
}
