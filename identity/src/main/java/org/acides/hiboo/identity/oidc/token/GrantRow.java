package org.acides.hiboo.identity.oidc.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/** Reads a grant, with its profile's names and its client's, from one row. */
final class GrantRow {

    static final String SELECT = "SELECT g.grant_id, g.service_id, c.client_id, g.profile_id, g.session_tag, g.scopes,"
            + " g.redirect_uri, g.nonce, g.code_challenge, g.id_claims, g.userinfo_claims, g.methods,"
            + " g.authenticated_at, g.code_ends_at, g.ends_at, g.redeemed, g.access_hash, g.access_scopes,"
            + " g.access_ends_at, g.refresh_hash, g.refresh_ends_at, p.username, p.alias, g.holder_key,"
            + " c.definition ->> 'userinfoAlgorithm'"
            + " FROM identity.oidc_grant g"
            + " JOIN identity.profile p ON p.profile_id = g.profile_id AND p.state = 'LIVE'"
            + " AND NOT p.barred"
            + " JOIN identity.oidc_client c ON c.service_id = g.service_id WHERE ";

    private final ResultSet row;
    private final Tags tags;
    private final UUID id;
    private final Duration delay;

    private GrantRow(ResultSet row, Tags tags) throws SQLException {
        this.row = row;
        this.tags = tags;
        id = row.getObject(1, UUID.class);
        delay = tags.delay(id);
    }

    static Grant read(ResultSet row, Tags tags) throws SQLException {
        return new GrantRow(row, tags).grant();
    }

    static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(" ")));
    }

    private Grant grant() throws SQLException {
        Grantee grantee = new Grantee(
                new ProfileId(row.getObject(4, UUID.class)),
                row.getBytes(5),
                Instant.ofEpochSecond(tags.mask(id, row.getLong(13))),
                List.copyOf(words(row.getString(12))));
        Set<String> scopes = words(row.getString(6));
        return new Grant(
                id,
                new ServiceRef(row.getObject(2, UUID.class)),
                row.getString(3),
                grantee,
                scopes,
                row.getString(8),
                new Grant.Code(row.getString(7), row.getString(9), instant(14)),
                key(),
                words(row.getString(10)),
                words(row.getString(11)),
                row.getString(25),
                instant(15),
                row.getBoolean(16) ? latest(scopes) : null,
                row.getString(22),
                row.getString(23));
    }

    private @Nullable String key() throws SQLException {
        byte[] veiled = row.getBytes(24);
        return veiled == null ? null : tags.unveil(id, veiled);
    }

    private Grant.Latest latest(Set<String> scopes) throws SQLException {
        String narrower = row.getString(18);
        @Nullable Instant refreshEndsAt = row.getObject(21) == null ? null : instant(21);
        return new Grant.Latest(
                row.getBytes(17),
                narrower == null ? scopes : words(narrower),
                instant(19),
                row.getBytes(20),
                refreshEndsAt);
    }

    private Instant instant(int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().minus(delay);
    }
}
