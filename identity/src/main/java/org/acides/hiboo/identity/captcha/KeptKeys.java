package org.acides.hiboo.identity.captcha;

import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys of the forms' own site, which all instances share; the secret is sealed. */
@Component
class KeptKeys {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    KeptKeys(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    private record Row(String siteKey, Sealed<String> secret) {}

    public Optional<SiteKeys> find() {
        return row().flatMap(row ->
                sealer.open(row.secret(), String.class).map(secret -> new SiteKeys(row.siteKey(), secret)));
    }

    /** Whichever instance comes last is right: what it replaces serves a day longer, and is noticed when it ends. */
    @Transactional
    public void keep(SiteKeys keys) {
        Optional<Row> before = row();
        UUID subject = UUID.randomUUID();
        jdbc.sql("INSERT INTO identity.captcha_site (site_key, secret_id, box) VALUES (:key, :secret, :box)"
                        + " ON CONFLICT (the_only_one) DO UPDATE"
                        + " SET site_key = EXCLUDED.site_key, secret_id = EXCLUDED.secret_id, box = EXCLUDED.box")
                .param("key", keys.siteKey())
                .param("secret", subject)
                .param("box", sealer.seal(subject, keys.secret()).box())
                .update();
        before.ifPresent(row -> sealer.erase(row.secret().subject()));
    }

    private Optional<Row> row() {
        return jdbc.sql("SELECT site_key, secret_id, box FROM identity.captcha_site")
                .query((row, number) -> new Row(
                        row.getString("site_key"),
                        new Sealed<>(row.getObject("secret_id", UUID.class), row.getString("box"))))
                .optional();
    }
}
