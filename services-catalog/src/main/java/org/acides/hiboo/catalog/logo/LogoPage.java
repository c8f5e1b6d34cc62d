package org.acides.hiboo.catalog.logo;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves stored pictures to anybody. What a name stands for never changes, so it may be kept for ever (RFC 8246). */
@RestController
class LogoPage {

    private final JdbcClient jdbc;

    LogoPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/logos/{sha256:[0-9a-f]{64}}")
    ResponseEntity<byte[]> logo(@PathVariable("sha256") String sha256) {
        return jdbc.sql("SELECT media_type, bytes FROM catalog.logo WHERE sha256 = ?")
                .param(sha256)
                .query((row, number) -> picture(row.getString("media_type"), row.getBytes("bytes")))
                .optional()
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<byte[]> picture(String mediaType, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(bytes);
    }
}
