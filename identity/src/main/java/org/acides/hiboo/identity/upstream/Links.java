package org.acides.hiboo.identity.upstream;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.identity.api.events.IdentityUnlinked;
import org.acides.hiboo.identity.api.queries.FindMyLinks;
import org.acides.hiboo.identity.api.queries.MyLink;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which identity opens which account, in the transaction of the links' own events: of two accounts that race for one identity,
 * the slower is refused by the database. What was erased since is left out of a replay.
 */
@Component
@ProcessingGroup("lookup.identity.upstream-link")
class Links {

    private static final String KEY = "identity.upstream-subject";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Keyring keyring;

    Links(JdbcClient jdbc, Sealer sealer, Keyring keyring) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.keyring = keyring;
    }

    Optional<AccountId> account(UpstreamId upstream, String subject) {
        return jdbc.sql("SELECT account_id FROM identity.upstream_link WHERE upstream_id = ? AND subject_mac = ?")
                .params(upstream.value(), mac(upstream, subject))
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    boolean known(LinkId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.upstream_link WHERE link_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    List<MyLink> handle(FindMyLinks query) {
        return jdbc.sql("SELECT u.upstream_id, u.name, u.open, l.link_id, l.linked_at FROM identity.upstream u"
                        + " LEFT JOIN identity.upstream_link l ON l.upstream_id = u.upstream_id AND l.account_id = ?"
                        + " WHERE u.open OR l.link_id IS NOT NULL ORDER BY lower(u.name), u.upstream_id")
                .param(query.accountId().value())
                .query(Links::mine)
                .list();
    }

    private static MyLink mine(ResultSet row, int number) throws SQLException {
        UUID link = row.getObject("link_id", UUID.class);
        OffsetDateTime since = row.getObject("linked_at", OffsetDateTime.class);
        return new MyLink(
                new UpstreamId(row.getObject("upstream_id", UUID.class)),
                row.getString("name"),
                row.getBoolean("open"),
                link == null ? null : new LinkId(link),
                since == null ? null : since.toInstant());
    }

    @EventHandler
    void on(IdentityLinked event) {
        byte[] subject = sealer.open(event.subject(), String.class)
                .map(text -> mac(event.upstreamId(), text))
                .orElse(null);
        if (subject == null) return;
        int made = jdbc.sql("INSERT INTO identity.upstream_link"
                        + " (link_id, upstream_id, account_id, subject_mac, linked_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(
                        event.linkId().value(),
                        event.upstreamId().value(),
                        event.accountId().value(),
                        subject,
                        event.at().atOffset(ZoneOffset.UTC))
                .update();
        if (made == 0) throw new Refused(isMine(event) ? "upstream.another" : "upstream.taken");
    }

    @EventHandler
    void on(IdentityUnlinked event) {
        jdbc.sql("DELETE FROM identity.upstream_link WHERE link_id = ?")
                .param(event.linkId().value())
                .update();
    }

    /** Whether the account has a link to an identity there already. */
    private boolean isMine(IdentityLinked event) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.upstream_link WHERE upstream_id = ? AND account_id = ?)")
                .params(event.upstreamId().value(), event.accountId().value())
                .query(Boolean.class)
                .single();
    }

    private byte[] mac(UpstreamId upstream, String subject) {
        return keyring.mac(KEY, (upstream + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }
}
