package org.acides.hiboo.identity.migration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.acides.hiboo.identity.account.AccountLife;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.identity.api.queries.FindImportProblems;
import org.acides.hiboo.identity.api.queries.FindImports;
import org.acides.hiboo.identity.api.queries.ImportProblem;
import org.acides.hiboo.identity.api.queries.ImportRow;
import org.acides.hiboo.infrastructure.api.Actor;
import org.springframework.beans.factory.annotation.Autowired;

/** Services with lists of old accounts. */
abstract class MigrationLife extends AccountLife {

    static final Actor IMPORT = Actor.system("profile-import");

    /** What passlib made of «la-chouette» with bcrypt at its least cost. */
    static final String HASH = "$2b$04$L75F.53pi9XpqSH1S3yJt.oiHdmYFhfzcC7fTj0qpIV/FTBOBRqdu";

    static final String OLD_PASSWORD = "la-chouette";

    @Autowired
    OldAccountLists lists;

    @Autowired
    Imports imports;

    final ImportId read(ServiceRef service, String list) {
        try {
            return lists.read(service, new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), "", ADMIN);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    final void start(ImportId id) {
        commands.send(new StartProfileImport(id), ADMIN);
    }

    /** Takes the place of the recurring work, which other tests share. */
    final void reserveAll(ImportId id) {
        boolean more = true;
        while (more) more = commands.<Boolean>send(new ReserveProfiles(id), IMPORT);
    }

    final ImportId imported(ServiceRef service, String... handles) {
        StringBuilder list = new StringBuilder("handle,hash\n");
        for (String handle : handles)
            list.append(handle).append(',').append(HASH).append('\n');
        ImportId id = read(service, list.toString());
        start(id);
        reserveAll(id);
        return id;
    }

    /** One that has proved its address. */
    final AccountId member() {
        AccountId account = register();
        registration.verifyEmail(account);
        return account;
    }

    final ImportRow row(ServiceRef service, ImportId id) {
        return imports.handle(new FindImports(service)).stream()
                .filter(row -> row.importId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    final List<String> problems(ImportId id) {
        return imports.handle(new FindImportProblems(id, 0, 200)).stream()
                .map(MigrationLife::told)
                .toList();
    }

    private static String told(ImportProblem problem) {
        String other = problem.other() == 0 ? "" : " " + problem.other();
        return problem.line() + " " + problem.code() + other;
    }

    final List<String> unclaimed(ServiceRef service) {
        return jdbc.sql("SELECT username FROM identity.unclaimed_profile WHERE service_id = ? ORDER BY username")
                .param(service.value())
                .query(String.class)
                .list();
    }
}
