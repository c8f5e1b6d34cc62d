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
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The factors there are, from state that is never behind their events. */
@Component
public class Factors {

    private final JdbcClient jdbc;
    private final RecoveryCodes recovery;

    Factors(JdbcClient jdbc, RecoveryCodes recovery) {
        this.jdbc = jdbc;
        this.recovery = recovery;
    }

    /** Of every kind, oldest first. */
    public List<MyFactor> of(AccountId account) {
        return jdbc.sql("SELECT factor_id, kind, enrolled_at FROM identity.factor WHERE account_id = ?"
                        + " ORDER BY enrolled_at, factor_id")
                .param(account.value())
                .query(Factors::factor)
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
        return of(account).stream()
                .flatMap(factor -> factor.kind().methods().stream())
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

    private static MyFactor factor(ResultSet row, int number) throws SQLException {
        return new MyFactor(
                new FactorId(row.getObject("factor_id", UUID.class)),
                FactorKind.valueOf(row.getString("kind")),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant());
    }
}
