package org.acides.hiboo.identity.upstream;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.events.UpstreamChanged;
import org.acides.hiboo.identity.api.events.UpstreamClosed;
import org.acides.hiboo.identity.api.events.UpstreamOpened;
import org.acides.hiboo.identity.api.events.UpstreamRegistered;
import org.acides.hiboo.identity.api.events.UpstreamRemoved;
import org.acides.hiboo.identity.api.queries.FindUpstreams;
import org.acides.hiboo.identity.api.queries.UpstreamRow;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The providers there are, in the transaction of their own events: an issuer is registered once, however many try at once. */
@Component
@ProcessingGroup("lookup.identity.upstream")
public class Upstreams {

    private static final String COLUMNS =
            "SELECT upstream_id, name, issuer, client_id, trusted, open FROM identity.upstream ";

    private final JdbcClient jdbc;
    private final PublicAddress address;

    Upstreams(JdbcClient jdbc, PublicAddress address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    public Optional<Provider> find(UpstreamId id) {
        return jdbc.sql(COLUMNS + "WHERE upstream_id = ?")
                .param(id.value())
                .query(Upstreams::provider)
                .optional();
    }

    /** By name. */
    public List<Provider> open() {
        return jdbc.sql(COLUMNS + "WHERE open ORDER BY lower(name), upstream_id")
                .query(Upstreams::provider)
                .list();
    }

    boolean anyLink(UpstreamId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.upstream_link WHERE upstream_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    @QueryHandler
    List<UpstreamRow> handle(FindUpstreams query) {
        return jdbc.sql("SELECT upstream_id, name, issuer, client_id, trusted, open,"
                        + " (SELECT count(*) FROM identity.upstream_link l WHERE l.upstream_id = u.upstream_id) AS links"
                        + " FROM identity.upstream u ORDER BY lower(name), upstream_id")
                .query((row, number) -> {
                    Provider provider = provider(row, number);
                    return new UpstreamRow(
                            provider.id(),
                            provider.name(),
                            provider.issuer(),
                            provider.clientId(),
                            provider.trusted(),
                            provider.open(),
                            URI.create(address.link(provider.callback())),
                            row.getInt("links"));
                })
                .list();
    }

    @EventHandler
    void on(UpstreamRegistered event) {
        int made = jdbc.sql("INSERT INTO identity.upstream (upstream_id, name, issuer, client_id, trusted, open)"
                        + " VALUES (?, ?, ?, ?, ?, false) ON CONFLICT (issuer) DO NOTHING")
                .params(
                        event.upstreamId().value(),
                        event.name(),
                        event.issuer().toString(),
                        event.clientId(),
                        event.trusted())
                .update();
        if (made == 0) throw new Refused("upstream.issuer-taken");
    }

    @EventHandler
    void on(UpstreamChanged event) {
        jdbc.sql("UPDATE identity.upstream SET name = ?, trusted = ? WHERE upstream_id = ?")
                .params(event.name(), event.trusted(), event.upstreamId().value())
                .update();
    }

    @EventHandler
    void on(UpstreamOpened event) {
        open(event.upstreamId(), true);
    }

    @EventHandler
    void on(UpstreamClosed event) {
        open(event.upstreamId(), false);
    }

    @EventHandler
    void on(UpstreamRemoved event) {
        jdbc.sql("DELETE FROM identity.upstream WHERE upstream_id = ?")
                .param(event.upstreamId().value())
                .update();
    }

    private void open(UpstreamId id, boolean open) {
        jdbc.sql("UPDATE identity.upstream SET open = ? WHERE upstream_id = ?")
                .params(open, id.value())
                .update();
    }

    private static Provider provider(ResultSet row, int number) throws SQLException {
        return new Provider(
                new UpstreamId(row.getObject("upstream_id", UUID.class)),
                row.getString("name"),
                URI.create(row.getString("issuer")),
                row.getString("client_id"),
                row.getBoolean("trusted"),
                row.getBoolean("open"));
    }
}
