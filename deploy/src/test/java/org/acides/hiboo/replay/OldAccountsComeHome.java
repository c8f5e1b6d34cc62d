package org.acides.hiboo.replay;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.identity.profile.ClaimProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three old accounts of which one is claimed, a list that was taken back, and one whose time is over. */
record OldAccountsComeHome(Commands commands, OldAccountLists lists, JdbcClient jdbc, Runnable reserve) {

    void live() throws IOException {
        ServiceRef service = new ServiceRef(jdbc.sql("SELECT service_id FROM identity.service WHERE slug = 'matrix'")
                .query(UUID.class)
                .single());
        ImportId open = imported(service, 3);
        UUID unclaimed = jdbc.sql("SELECT profile_id FROM identity.unclaimed_profile WHERE import_id = ? LIMIT 1")
                .param(open.value())
                .query(UUID.class)
                .single();
        commands.send(
                new ClaimProfile(new ProfileId(unclaimed), service, AccountId.random(), false),
                new Actor(unclaimed.toString(), "MEMBER"));
        commands.send(new CancelProfileImport(imported(service, 1)), ADMIN);
        commands.send(new CloseProfileImport(imported(service, 1)), ADMIN);
    }

    private ImportId imported(ServiceRef service, int accounts) throws IOException {
        StringBuilder list = new StringBuilder("handle,email_hash\n");
        for (int i = 0; i < accounts; i++)
            list.append(UUID.randomUUID()).append(',').append("0".repeat(64)).append('\n');
        ImportId id = lists.read(
                service, new ByteArrayInputStream(list.toString().getBytes(StandardCharsets.UTF_8)), "", ADMIN);
        commands.send(new StartProfileImport(id), ADMIN);
        reserve.run();
        return id;
    }
}
