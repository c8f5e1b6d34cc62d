package org.acides.hiboo.captcha.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.queries.SiteSecretRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets that applications verify passes with, of which the SHA-256 is kept. At most three hold at a time: the newest,
 * and two that are being replaced.
 */
@Component
public class SiteSecrets {

    private static final int LIVE = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteSecrets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Issued(UUID secretId, String secret, Instant previousEnd, Instant at) {

        @Override
        public String toString() {
            return "Issued[" + secretId + "]";
        }
    }

    /**
     * The living site whose secret this is, as of the last commit.
     *
     * @param secret of any form and length
     */
    public Optional<SiteKey> siteOf(String secret) {
        if (secret.length() > 200) return Optional.empty();
        return jdbc.sql("SELECT site_key FROM captcha.site_secret JOIN captcha.site USING (site_id)"
                        + " WHERE hash = ? AND (ends_at IS NULL OR ends_at > ?) AND NOT retired")
                .params(hash(secret), clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(SiteKey::new);
    }

    Issued issue(SiteId site, Duration overlap) {
        Instant now = clock.instant();
        Instant previousEnd = now.plus(overlap);
        endPrevious(site.value(), now, previousEnd);
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO captcha.site_secret (secret_id, site_id, hash, issued_at) VALUES (?, ?, ?, ?)")
                .params(id, site.value(), hash(secret), now.atOffset(ZoneOffset.UTC))
                .update();
        return new Issued(id, secret, previousEnd, now);
    }

    void end(SiteId site) {
        jdbc.sql("DELETE FROM captcha.site_secret WHERE site_id = ?")
                .param(site.value())
                .update();
    }

    List<SiteSecretRow> holding(SiteId site) {
        return jdbc.sql("SELECT secret_id, issued_at, ends_at FROM captcha.site_secret"
                        + " WHERE site_id = ? AND (ends_at IS NULL OR ends_at > ?) ORDER BY issued_at DESC, secret_id")
                .params(site.value(), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
                    return new SiteSecretRow(
                            row.getObject("secret_id", UUID.class),
                            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                            ends == null ? null : ends.toInstant());
                })
                .list();
    }

    private void endPrevious(UUID site, Instant now, Instant end) {
        jdbc.sql("UPDATE captcha.site_secret SET ends_at = least(ends_at, ?) WHERE site_id = ?")
                .params(end.atOffset(ZoneOffset.UTC), site)
                .update();
        jdbc.sql("DELETE FROM captcha.site_secret WHERE site_id = ? AND (ends_at <= ? OR secret_id NOT IN"
                        + " (SELECT secret_id FROM captcha.site_secret WHERE site_id = ?"
                        + " ORDER BY issued_at DESC, secret_id LIMIT ?))")
                .params(site, now.atOffset(ZoneOffset.UTC), site, LIVE - 1)
                .update();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
