package org.acides.hiboo.captcha.vendor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.queries.FindVendorKeys;
import org.acides.hiboo.captcha.api.queries.VendorKeysRow;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vendors' keys by site. Each secret is sealed under a key of its own, which ends with it. */
@Component
class VendorKeys {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    VendorKeys(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    void put(SiteId site, Vendor vendor, String key, String secret, Instant now) {
        remove(site, vendor);
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO captcha.vendor_keys (site_id, vendor, key, secret_id, box, given_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        site.value(),
                        vendor.name(),
                        key,
                        id,
                        sealer.seal(id, secret).box(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether there were any */
    boolean remove(SiteId site, Vendor vendor) {
        List<UUID> removed = jdbc.sql(
                        "DELETE FROM captcha.vendor_keys WHERE site_id = ? AND vendor = ? RETURNING secret_id")
                .params(site.value(), vendor.name())
                .query(UUID.class)
                .list();
        removed.forEach(sealer::erase);
        return !removed.isEmpty();
    }

    Optional<String> key(SiteId site, Vendor vendor) {
        return jdbc.sql("SELECT key FROM captcha.vendor_keys WHERE site_id = ? AND vendor = ?")
                .params(site.value(), vendor.name())
                .query(String.class)
                .optional();
    }

    Optional<String> secret(SiteId site, Vendor vendor) {
        return jdbc.sql("SELECT secret_id, box FROM captcha.vendor_keys WHERE site_id = ? AND vendor = ?")
                .params(site.value(), vendor.name())
                .query((row, number) ->
                        new Sealed<String>(row.getObject("secret_id", UUID.class), row.getString("box")))
                .optional()
                .flatMap(box -> sealer.open(box, String.class));
    }

    @QueryHandler
    List<VendorKeysRow> handle(FindVendorKeys query) {
        return jdbc.sql("SELECT vendor, key, given_at FROM captcha.vendor_keys WHERE site_id = ? ORDER BY vendor")
                .param(query.siteId().value())
                .query(VendorKeys::row)
                .list();
    }

    private static VendorKeysRow row(ResultSet row, int number) throws SQLException {
        return new VendorKeysRow(
                Vendor.valueOf(row.getString("vendor")),
                row.getString("key"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }
}
