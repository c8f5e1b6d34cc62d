package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.catalog.api.events.UsernameRulesSet;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.ImportState;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;

/** What a list's dry run says of each of its lines. */
class DryRunTest extends MigrationLife {

    private final String email = "0123456789abcdef".repeat(4);

    @Test
    void eachBadLineIsNamedWithItsReason() {
        ServiceRef service = service(ProfilePolicy.OPEN, 3);
        catalogue.publish(new UsernameRulesSet(
                new ServiceId(service.value()),
                new UsernameRules("[a-z]+", 3, 10, List.of("root"), true),
                Instant.EPOCH));
        create(service, "hulotte");

        ImportId id = read(
                service,
                String.join(
                        "\n",
                        "handle,hash,email_hash",
                        "alice," + HASH + "," + email,
                        "bob,," + email,
                        "Carol Anne,\"" + HASH + "\",",
                        "",
                        "alice," + HASH + ",",
                        "аlice," + HASH + ",",
                        "hulotte," + HASH + ",",
                        "hu1otte," + HASH + ",",
                        "root," + HASH + ",",
                        "dave,,",
                        "erin,5f4dcc3b5aa765d61d8327deb882cf99,",
                        "frank,$2y$31$GKmZUbeORZmu7JaUEHFp0etCZWBo8inWzImYY5LND/7vGukAbfa6K,",
                        "grace," + HASH + ",abc",
                        "," + HASH + ",",
                        "heidi," + HASH,
                        "ivan,\"" + HASH + ",",
                        "ju\u0000dy," + HASH + ",",
                        "k".repeat(101) + "," + HASH + ",",
                        "l".repeat(4001),
                        "z\u200bed," + HASH + ",",
                        ""));

        assertThat(problems(id))
                .containsExactly(
                        "6 handle.repeated 2",
                        "7 handle.looks-repeated 2",
                        "8 handle.taken",
                        "9 handle.looks-taken",
                        "10 handle.reserved",
                        "11 line.proves-nothing",
                        "12 hash.unknown",
                        "13 hash.too-costly",
                        "14 email-hash.malformed",
                        "15 handle.missing",
                        "16 line.malformed",
                        "17 line.malformed",
                        "18 line.malformed",
                        "19 handle.too-long",
                        "20 line.too-long",
                        "21 handle.malformed");
        var row = row(service, id);
        assertThat(row.state()).isEqualTo(ImportState.CHECKED);
        assertThat(row.lines()).isEqualTo(19);
        assertThat(row.problems()).isEqualTo(16);
        assertThat(unclaimed(service)).isEmpty();
    }

    @Test
    void aListMayBeOneJsonObjectALine() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ImportId id = read(service, """
            {"handle":"alice","hash":"%s","email_hash":"%s"}
            {"handle":"bob","hash":{"secretData":"{\\"value\\":\\"h7ky63pqUPTdVyrqj0XRjrTU5BIKnWSgk2n5wnrOJ6k=\\",\\"salt\\":\\"AqEJApLyrDzAvkPcjp2BrA==\\"}","credentialData":"{\\"hashIterations\\":1000,\\"algorithm\\":\\"pbkdf2-sha256\\"}"}}
            {"handle":"carol","hash":null,"email_hash":"%s"}
            {"handle":17,"hash":"x"}
            {"handle":"dave"
            []
            """.formatted(HASH, email.toUpperCase(java.util.Locale.ROOT), email));
        assertThat(problems(id)).containsExactly("4 line.malformed", "5 line.malformed", "6 line.malformed");
    }

    @Test
    void aFileFromWindowsIsReadToo() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        ImportId id = read(service, "\uFEFFHandle, Hash\r\nalice, " + HASH + "\r\n\r\nbob," + HASH + "\r\n");
        assertThat(problems(id)).isEmpty();
        assertThat(row(service, id).lines()).isEqualTo(2);
    }

    @Test
    void whatIsNoListIsRefusedAndNothingOfItKept() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        assertThatThrownBy(() -> read(service, "")).hasMessage("list.empty");
        assertThatThrownBy(() -> read(service, "handle,hash\n\n")).hasMessage("list.empty");
        assertThatThrownBy(() -> read(service, "alice," + HASH)).hasMessage("list.no-header");
        assertThatThrownBy(() -> read(service, "handle,email\nalice,x\n")).hasMessage("list.no-header");
        assertThatThrownBy(() -> read(ServiceRef.random(), "handle,hash\n")).hasMessage("service.unknown");
        assertThatThrownBy(() -> lists.read(service, InputStream.nullInputStream(), "", new Actor("x", "MEMBER")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kept(service)).isZero();
    }

    @Test
    void aFileWithoutEndIsCutOffAndForgotten() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        byte[] start = "handle,hash\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '\n';
            }
        };
        assertThatThrownBy(() -> lists.read(
                        service, new SequenceInputStream(new ByteArrayInputStream(start), endless), "", ADMIN))
                .hasMessage("list.too-long");
        assertThat(kept(service)).isZero();
    }

    private int kept(ServiceRef service) {
        return jdbc.sql("SELECT count(*) FROM identity.old_list WHERE service_id = ?")
                .param(service.value())
                .query(Integer.class)
                .single();
    }

    private void create(ServiceRef service, String username) {
        create(AccountId.random(), service, username);
    }
}
