package org.acides.hiboo.identity.migration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindClaimableServices;
import org.acides.hiboo.identity.api.queries.FindImportProblems;
import org.acides.hiboo.identity.api.queries.FindImports;
import org.acides.hiboo.identity.api.queries.ImportProblem;
import org.acides.hiboo.identity.api.queries.ImportRow;
import org.acides.hiboo.identity.api.queries.ImportState;
import org.acides.hiboo.identity.profile.ClaimProofs;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The imports there are and were, and what came of them. */
@Component
class Imports {

    private static final String ROWS = "SELECT import_id, coalesce(i.state, 'CHECKED') AS state,"
            + " coalesce(l.lines, i.reserved) AS lines, coalesce(l.problems, 0) AS problems,"
            + " coalesce(i.reserved, 0) AS reserved, coalesce(i.started_at, l.read_at) AS at,"
            + " (SELECT count(*) FROM identity.unclaimed_profile u WHERE u.import_id = import.import_id) AS unclaimed"
            + " FROM (SELECT import_id FROM identity.old_list WHERE service_id = :service AND NOT reading"
            + " UNION SELECT import_id FROM identity.profile_import WHERE service_id = :service) import"
            + " LEFT JOIN identity.old_list l USING (import_id) LEFT JOIN identity.profile_import i USING (import_id)"
            + " ORDER BY at DESC, import_id";

    private final JdbcClient jdbc;
    private final ClaimProofs proofs;

    Imports(JdbcClient jdbc, ClaimProofs proofs) {
        this.jdbc = jdbc;
        this.proofs = proofs;
    }

    /** The import's state, which nobody changes before the caller's transaction ends; empty before it was started. */
    Optional<String> lock(ImportId id) {
        return jdbc.sql("SELECT state FROM identity.profile_import WHERE import_id = ? FOR UPDATE")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    boolean isRead(ImportId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.old_list WHERE import_id = ? AND NOT reading)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    ServiceRef serviceOf(ImportId id) {
        return new ServiceRef(jdbc.sql("SELECT service_id FROM identity.profile_import WHERE import_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    List<ImportId> running() {
        return jdbc
                .sql("SELECT import_id FROM identity.profile_import WHERE state = 'RUNNING'")
                .query(UUID.class)
                .list()
                .stream()
                .map(ImportId::new)
                .toList();
    }

    @QueryHandler
    List<ImportRow> handle(FindImports query) {
        return jdbc.sql(ROWS)
                .param("service", query.service().value())
                .query(Imports::row)
                .list();
    }

    @QueryHandler
    List<ImportProblem> handle(FindImportProblems query) {
        return jdbc.sql("SELECT line, handle, problem, other FROM identity.old_list_line"
                        + " WHERE import_id = ? AND problem IS NOT NULL ORDER BY line OFFSET ? LIMIT ?")
                .params(query.importId().value(), query.offset(), query.limit())
                .query((row, number) ->
                        new ImportProblem(row.getInt(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
    }

    @QueryHandler
    List<ServiceRef> handle(FindClaimableServices query) {
        Stream<ServiceRef> listed = jdbc
                .sql("SELECT DISTINCT service_id FROM identity.profile_import WHERE state IN ('RUNNING', 'FINISHED')")
                .query(UUID.class)
                .list()
                .stream()
                .map(ServiceRef::new);
        return Stream.concat(listed, proofs.services().stream()).distinct().toList();
    }

    private static ImportRow row(ResultSet row, int number) throws SQLException {
        return new ImportRow(
                new ImportId(row.getObject("import_id", UUID.class)),
                ImportState.valueOf(row.getString("state")),
                row.getInt("lines"),
                row.getInt("problems"),
                row.getInt("reserved"),
                row.getInt("unclaimed"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
