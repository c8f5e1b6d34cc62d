package org.acides.hiboo.identity.migration;

import java.time.Clock;
import java.util.UUID;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What admins decide of imports. */
@Component
class ImportOffice {

    private final Repository<ProfileImport> repository;
    private final Imports imports;
    private final StoredList lists;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportOffice(
            Repository<ProfileImport> repository, Imports imports, StoredList lists, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.imports = imports;
        this.lists = lists;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Waiting(UUID service, int good) {}

    @CommandHandler
    void handle(StartProfileImport command) throws Exception {
        ImportId id = command.importId();
        Waiting list = jdbc.sql("SELECT service_id, lines - problems FROM identity.old_list"
                        + " WHERE import_id = ? AND NOT reading FOR UPDATE")
                .param(id.value())
                .query((row, number) -> new Waiting(row.getObject(1, UUID.class), row.getInt(2)))
                .optional()
                .orElseThrow(() -> new Refused("import.unknown"));
        if (imports.lock(id).isPresent()) throw new Refused("import.unknown");
        if (list.good() == 0) throw new Refused("import.nothing");
        ServiceRef service = new ServiceRef(list.service());
        repository.newInstance(() -> new ProfileImport(id, service, list.good(), clock.instant()));
    }

    /** A list that was only read is forgotten, and no event tells of it: nothing had come of it. */
    @CommandHandler
    void handle(CancelProfileImport command) {
        ImportId id = command.importId();
        if (imports.lock(id).isPresent()) {
            repository.load(id.toString()).execute(running -> running.cancel(clock.instant()));
            destroySecrets(id);
        } else if (!imports.isRead(id)) throw new Refused("import.unknown");
        lists.forget(id.value());
    }

    @CommandHandler
    void handle(CloseProfileImport command) {
        ImportId id = command.importId();
        if (imports.lock(id).isEmpty()) throw new Refused("import.unknown");
        repository.load(id.toString()).execute(running -> running.close(clock.instant()));
        destroySecrets(id);
        lists.forget(id.value());
    }

    private void destroySecrets(ImportId id) {
        jdbc.sql("DELETE FROM identity.old_password WHERE import_id = ?")
                .param(id.value())
                .update();
    }
}
