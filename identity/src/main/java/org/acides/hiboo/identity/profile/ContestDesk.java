package org.acides.hiboo.identity.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.ContestRow;
import org.acides.hiboo.identity.api.queries.CountContests;
import org.acides.hiboo.identity.api.queries.FindContests;
import org.acides.hiboo.identity.api.queries.FindMyContests;
import org.acides.hiboo.identity.api.queries.MyContest;
import org.acides.hiboo.identity.ownerlink.ContestParties;
import org.acides.hiboo.identity.ownerlink.ContestParties.Part;
import org.acides.hiboo.identity.ownerlink.ContestParties.Side;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers managers about what they are to decide, and each side about its own part. */
@Component
class ContestDesk {

    private static final String OPEN =
            " FROM identity.claim_contest c JOIN identity.profile p USING (profile_id) WHERE c.outcome IS NULL"
                    + " AND (CAST(:manager AS uuid) IS NULL OR c.service_id IN"
                    + " (SELECT service_id FROM identity.service_manager WHERE account_id = :manager))";

    private final JdbcClient jdbc;
    private final ContestParties parties;
    private final Sealer sealer;

    ContestDesk(JdbcClient jdbc, ContestParties parties, Sealer sealer) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.sealer = sealer;
    }

    @QueryHandler
    List<ContestRow> handle(FindContests query) {
        return jdbc.sql("SELECT c.*, p.username, p.created_at" + OPEN + " ORDER BY c.opened_at, c.profile_id LIMIT 200")
                .param("manager", value(query.manager()))
                .query(this::contest)
                .list();
    }

    @QueryHandler
    Integer handle(CountContests query) {
        return jdbc.sql("SELECT count(*)" + OPEN)
                .param("manager", value(query.manager()))
                .query(Integer.class)
                .single();
    }

    @QueryHandler
    List<MyContest> handle(FindMyContests query) {
        Map<ProfileId, Part> mine =
                parties.parts(query.account()).stream().collect(Collectors.toMap(Part::profile, Function.identity()));
        return jdbc
                .sql("SELECT c.*, p.username FROM identity.claim_contest c JOIN identity.profile p USING (profile_id)"
                        + " WHERE profile_id = ANY(?)")
                .param(mine.keySet().stream().map(ProfileId::value).toArray(UUID[]::new))
                .query((row, number) -> mine(row, mine.get(profile(row))))
                .list()
                .stream()
                .sorted(Comparator.comparing(MyContest::contestedAt).reversed())
                .toList();
    }

    private ContestRow contest(ResultSet row, int number) throws SQLException {
        ProfileId profile = profile(row);
        return new ContestRow(
                profile,
                service(row),
                row.getString("username"),
                at(row, "created_at"),
                row.getBoolean("claimed_by_email"),
                at(row, "opened_at"),
                row.getBoolean("by_email"),
                parties.said(profile, Side.CONTESTER),
                parties.said(profile, Side.CLAIMANT));
    }

    private MyContest mine(ResultSet row, Part part) throws SQLException {
        String outcome = row.getString("outcome");
        String box = row.getString("reason_box");
        return new MyContest(
                part.profile(),
                service(row),
                row.getString("username"),
                part.side() == Side.CLAIMANT,
                part.said(),
                at(row, "opened_at"),
                outcome == null ? null : ContestOutcome.valueOf(outcome),
                box == null
                        ? ""
                        : sealer.open(new Sealed<String>(part.profile().value(), box), String.class)
                                .orElse(""));
    }

    private static ProfileId profile(ResultSet row) throws SQLException {
        return new ProfileId(row.getObject("profile_id", UUID.class));
    }

    private static ServiceRef service(ResultSet row) throws SQLException {
        return new ServiceRef(row.getObject("service_id", UUID.class));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
