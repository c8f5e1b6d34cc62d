package org.acides.hiboo.captcha.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link SiteLookup} keeps: as of the last commit. */
@Component
class SiteRows {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SiteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SiteRow> find(SiteId site) {
        return jdbc.sql("SELECT * FROM captcha.site WHERE site_id = ?")
                .param(site.value())
                .query(SiteRows::row)
                .optional();
    }

    /** @param services whose sites; null for every site */
    List<SiteRow> list(@Nullable Set<ServiceRef> services, int limit) {
        UUID[] of = services == null
                ? null
                : services.stream().map(ServiceRef::value).toArray(UUID[]::new);
        return jdbc.sql("SELECT * FROM captcha.site WHERE :of::uuid[] IS NULL OR service_id = ANY (:of::uuid[])"
                        + " ORDER BY retired, lower(settings ->> 'name'), site_id LIMIT :limit")
                .param("of", of)
                .param("limit", limit)
                .query(SiteRows::row)
                .list();
    }

    List<KnownSite> living() {
        return jdbc.sql("SELECT * FROM captcha.site WHERE NOT retired").query(SiteRows::row).list().stream()
                .map(SiteRows::known)
                .toList();
    }

    static KnownSite known(SiteRow row) {
        return new KnownSite(
                row.siteId(), row.siteKey(), row.service(), row.settings(), row.difficulty(), row.retired());
    }

    private static SiteRow row(ResultSet row, int number) throws SQLException {
        UUID service = row.getObject("service_id", UUID.class);
        return new SiteRow(
                new SiteId(row.getObject("site_id", UUID.class)),
                new SiteKey(row.getString("site_key")),
                service == null ? null : new ServiceRef(service),
                JSON.readValue(row.getString("settings"), SiteSettings.class),
                row.getInt("difficulty"),
                row.getBoolean("retired"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant());
    }
}
