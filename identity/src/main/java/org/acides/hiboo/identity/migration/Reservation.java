package org.acides.hiboo.identity.migration;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ProfilesReserved;
import org.acides.hiboo.identity.api.events.ProfilesReserved.Reserved;
import org.acides.hiboo.identity.migration.StoredList.Line;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns a running import's lines into unclaimed profiles, some in one transaction: event, usernames, secrets, and the lines
 * gone from the list. Cut off anywhere, the next transaction begins where the last one that was committed ended.
 */
@Component
class Reservation {

    private static final int AT_ONCE = 500;

    private final Repository<ProfileImport> imports;
    private final Repository<ReservedBatch> batches;
    private final Imports known;
    private final StoredList lists;
    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    Reservation(
            Repository<ProfileImport> imports,
            Repository<ReservedBatch> batches,
            Imports known,
            StoredList lists,
            JdbcClient jdbc,
            Sealer sealer,
            Clock clock) {
        this.imports = imports;
        this.batches = batches;
        this.known = known;
        this.lists = lists;
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    boolean handle(ReserveProfiles command) throws Exception {
        ImportId id = command.importId();
        // Whoever cancels waits for this transaction, or this one for them.
        if (!known.lock(id).filter("RUNNING"::equals).isPresent()) return false;
        List<Line> lines = lists.waiting(id.value(), AT_ONCE);
        if (lines.isEmpty()) {
            imports.load(id.toString()).execute(running -> running.finish(clock.instant()));
            return false;
        }
        ServiceRef service = known.serviceOf(id);
        Set<String> taken = lists.takenSince(id.value(), service.value(), lines);
        List<Line> free =
                lines.stream().filter(line -> !taken.contains(line.skeleton())).toList();
        if (!free.isEmpty()) reserve(id, service, free);
        return true;
    }

    private void reserve(ImportId id, ServiceRef service, List<Line> lines) throws Exception {
        Map<UUID, String> usernames = new LinkedHashMap<>();
        for (Line line : lines) usernames.put(UUID.randomUUID(), line.account().handle());
        List<Reserved> profiles = sealer.sealAll(usernames).stream()
                .map(username -> new Reserved(new ProfileId(username.subject()), username))
                .toList();
        var reserved = new ProfilesReserved(id, service, profiles, clock.instant());
        batches.newInstance(() -> new ReservedBatch(UUID.randomUUID(), reserved));
        jdbc.sql("INSERT INTO identity.old_password (profile_id, import_id, service_id, hash, email_hash)"
                        + " SELECT p, ?, ?, h, e FROM unnest(?::uuid[], ?::text[], ?::text[]) AS one (p, h, e)")
                .param(id.value())
                .param(service.value())
                .param(usernames.keySet().toArray(UUID[]::new))
                .param(lines.stream().map(line -> line.account().hash()).toArray(String[]::new))
                .param(lines.stream().map(line -> line.account().emailHash()).toArray(String[]::new))
                .update();
        lists.drop(id.value(), lines);
    }
}
