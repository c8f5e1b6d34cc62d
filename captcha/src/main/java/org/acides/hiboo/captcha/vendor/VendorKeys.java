package org.acides.hiboo.captcha.vendor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.queries.FindVendorKeys;
import org.acides.hiboo.captcha.api.queries.VendorKeysRow;
import org.acides.hiboo.captcha.site.LeftBehind;
import org.acides.hiboo.captcha.site.Remembered;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Vendors' keys by site. Each secret is sealed under a key of its own, which ends with it. */
@Component
class VendorKeys implements LeftBehind {

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Remembered<Map<Vendor, String>> remembered;

    VendorKeys(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.remembered = new Remembered<>(
                clock,
                site -> read(site).stream().collect(Collectors.toMap(VendorKeysRow::vendor, VendorKeysRow::key)));
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
        remembered.forget(site);
        return !removed.isEmpty();
    }

    Optional<String> key(SiteId site, Vendor vendor) {
        return Optional.ofNullable(remembered.of(site).get(vendor));
    }

    Optional<String> secret(SiteId site, Vendor vendor) {
        return jdbc.sql("SELECT secret_id, box FROM captcha.vendor_keys WHERE site_id = ? AND vendor = ?")
                .params(site.value(), vendor.name())
                .query((row, number) ->
                        new Sealed<String>(row.getObject("secret_id", UUID.class), row.getString("box")))
                .optional()
                .flatMap(box -> sealer.open(box, String.class));
    }

    @Override
    public void retired(SiteId site) {
        for (Vendor vendor : Vendor.values()) remove(site, vendor);
    }

    @QueryHandler
    List<VendorKeysRow> handle(FindVendorKeys query) {
        return read(query.siteId());
    }

    private List<VendorKeysRow> read(SiteId site) {
        return jdbc.sql("SELECT vendor, key, given_at FROM captcha.vendor_keys WHERE site_id = ? ORDER BY vendor")
                .param(site.value())
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
