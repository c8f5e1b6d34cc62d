package org.acides.hiboo.identity.migration;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.migration.StoredList.Line;
import org.acides.hiboo.identity.migration.password.OldPasswords;
import org.acides.hiboo.identity.profile.Usernames;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The dry run. No transaction is open while a slow line brings the file: what is half read is swept away later. */
@Component
class ReadLists implements OldAccountLists {

    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_PEPPER = 200;

    private final Services services;
    private final OldPasswords passwords;
    private final Usernames usernames;
    private final StoredList stored;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReadLists(
            Services services,
            OldPasswords passwords,
            Usernames usernames,
            StoredList stored,
            TransactionOperations transaction,
            Clock clock) {
        this.services = services;
        this.passwords = passwords;
        this.usernames = usernames;
        this.stored = stored;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public ImportId read(ServiceRef service, InputStream list, String pepper, Actor actor) throws IOException {
        if (!actor.role().equals(Role.ADMIN.name())) throw new IllegalStateException("lists are for admins");
        if (pepper.length() > LONGEST_PEPPER) throw new Refused("list.pepper");
        Service known = services.find(service).orElseThrow(() -> new Refused("service.unknown"));
        UUID id = UUID.randomUUID();
        stored.begin(id, service.value(), pepper, clock.instant().atOffset(ZoneOffset.UTC));
        boolean whole = false;
        try {
            readLines(id, known, new Lines(list));
            transaction.executeWithoutResult(status -> {
                stored.findCollisions(id, service.value());
                stored.end(id);
            });
            whole = true;
            return new ImportId(id);
        } finally {
            if (!whole) stored.forget(id);
        }
    }

    private void readLines(UUID list, Service service, Lines lines) throws IOException {
        byte[] first = lines.next();
        if (first == null) throw new Refused("list.empty");
        ListReader reader = ListReader.of(first);
        List<Line> read = new ArrayList<>(AT_ONCE);
        int kept = 0;
        for (byte[] line = reader.hasHeader() ? lines.next() : first; line != null; line = lines.next()) {
            if (isBlank(line)) continue;
            read.add(look(reader, service, lines.number(), line));
            kept++;
            if (read.size() == AT_ONCE) {
                keep(list, service.id(), read);
                read.clear();
            }
        }
        if (kept == 0) throw new Refused("list.empty");
        keep(list, service.id(), read);
    }

    private void keep(UUID list, ServiceRef service, List<Line> read) {
        Set<String> reserved =
                usernames.reserved(service, read.stream().map(Line::skeleton).toList());
        stored.add(
                list,
                read.stream()
                        .map(line -> reserved.contains(line.skeleton()) ? line.taken() : line)
                        .toList());
    }

    private Line look(ListReader reader, Service service, int number, byte[] line) {
        OldAccount account = new OldAccount("", null, null);
        try {
            account = reader.account(line);
            account.require(service.rules(), passwords);
            return new Line(number, account, account.skeleton(), null, 0);
        } catch (Refused no) {
            return new Line(number, new OldAccount(shown(account.handle()), null, null), "", no.code(), 0);
        }
    }

    private static String shown(String handle) {
        return handle.length() <= OldAccount.LONGEST_HANDLE ? handle : handle.substring(0, OldAccount.LONGEST_HANDLE);
    }

    private static boolean isBlank(byte[] line) {
        for (byte one : line) if (one != ' ' && one != '\t' && one != '\r') return false;
        return true;
    }
}
