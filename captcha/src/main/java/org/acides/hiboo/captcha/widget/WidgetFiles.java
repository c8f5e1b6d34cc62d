package org.acides.hiboo.captcha.widget;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The captcha's own files, for pages of any origin, to be kept for an hour and then asked after. */
@RestController
class WidgetFiles {

    private static final Map<String, MediaType> TYPES = Map.of(
            "js", new MediaType("text", "javascript", StandardCharsets.UTF_8),
            "css", new MediaType("text", "css", StandardCharsets.UTF_8));

    private record Kept(byte[] bytes, String tag, MediaType type) {}

    private final Map<String, Kept> files = new HashMap<>();

    WidgetFiles() throws IOException {
        for (String name : new String[] {"widget.js", "argon2.js", "vendor.js", "pages.css"})
            files.put(name, kept(name));
    }

    @GetMapping("/captcha/{file:[a-z0-9]+\\.(?:js|css)}")
    @Nullable
    ResponseEntity<byte[]> file(@PathVariable("file") String name, WebRequest request) {
        Kept file = files.get(name);
        if (file == null) return ResponseEntity.notFound().build();
        if (request.checkNotModified(file.tag())) return null;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .eTag(file.tag())
                .contentType(file.type())
                .body(file.bytes());
    }

    private static Kept kept(String name) throws IOException {
        try {
            byte[] bytes = new ClassPathResource("captcha/files/" + name).getContentAsByteArray();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            String tag = '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
            MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new Kept(bytes, tag, Objects.requireNonNull(type));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
