package org.acides.hiboo.identity.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.queries.CountMyRecoveryCodes;
import org.acides.hiboo.identity.api.queries.FindMyFactors;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The factors there are, from state that is never behind their events. */
@Component
public class Factors {

    private final JdbcClient jdbc;
    private final RecoveryCodes recovery;
    private final Sealer sealer;

    Factors(JdbcClient jdbc, RecoveryCodes recovery, Sealer sealer) {
        this.jdbc = jdbc;
        this.recovery = recovery;
        this.sealer = sealer;
    }

    /** Of every kind, oldest first. */
    public List<MyFactor> of(AccountId account) {
        return jdbc.sql("SELECT factor_id, f.kind, f.enrolled_at, coalesce(p.suspected, false) AS suspected,"
                        + " coalesce(p.name_box, c.name_box) AS name_box, coalesce(p.last_used_at, c.last_used_at) AS last_used_at"
                        + " FROM identity.factor f LEFT JOIN identity.passkey p USING (factor_id)"
                        + " LEFT JOIN identity.certificate c USING (factor_id)"
                        + " WHERE f.account_id = ? ORDER BY f.enrolled_at, factor_id")
                .param(account.value())
                .query((row, number) -> factor(account, row))
                .list();
    }

    /** Whether the account has any: then its password alone does not let it in. */
    public boolean any(AccountId account) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.factor WHERE account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    /** RFC 8176 values that the account's factors would add to its password's, were they proved. */
    public Set<String> reach(AccountId account) {
        return kinds(account).stream().flatMap(kind -> kind.methods().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Of what kinds the account has factors that prove something. */
    public Set<FactorKind> kinds(AccountId account) {
        return of(account).stream()
                .filter(one -> !one.suspected())
                .map(MyFactor::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    @QueryHandler
    List<MyFactor> handle(FindMyFactors query) {
        return of(query.accountId());
    }

    @QueryHandler
    Integer handle(CountMyRecoveryCodes query) {
        return recovery.left(query.accountId());
    }

    private MyFactor factor(AccountId account, ResultSet row) throws SQLException {
        String box = row.getString("name_box");
        OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
        return new MyFactor(
                new FactorId(row.getObject("factor_id", UUID.class)),
                FactorKind.valueOf(row.getString("kind")),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                box == null ? "" : name(account, box),
                used == null ? null : used.toInstant(),
                row.getBoolean("suspected"));
    }

    private String name(AccountId account, String box) {
        return sealer.open(new Sealed<String>(account.value(), box), String.class)
                .orElse("");
    }
}
