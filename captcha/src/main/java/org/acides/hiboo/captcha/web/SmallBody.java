package org.acides.hiboo.captcha.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a POST, by name, whether sent as a form of either kind or as JSON, of 16 KiB at most: no more of it is ever read. */
@Component
public class SmallBody {

    private static final int LARGEST = 16 * 1024;
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_BOUNDARY = 70;
    private static final String DISPOSITION = "Content-Disposition:";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxNestingDepth(2)
                            .maxTokenCount(100)
                            .build())
                    .build())
            .build();

    /** @return empty when it is larger, of another type, or malformed */
    public Optional<Map<String, String>> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) return Optional.empty();
        MediaType type = type(request);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) return Optional.empty();
        if (MediaType.APPLICATION_JSON.isCompatibleWith(type)) return json(body);
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) return form(body);
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) return parts(body, type.getParameter("boundary"));
        return Optional.empty();
    }

    private static MediaType type(HttpServletRequest request) {
        try {
            return MediaType.parseMediaType(String.valueOf(request.getHeader(HttpHeaders.CONTENT_TYPE)));
        } catch (InvalidMediaTypeException noType) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static Optional<Map<String, String>> json(byte[] body) {
        try {
            JsonNode all = JSON.readTree(body);
            if (!all.isObject()) return Optional.empty();
            Map<String, String> fields = new LinkedHashMap<>();
            all.forEachEntry((name, value) -> {
                if (value.isString()) fields.put(name, value.stringValue());
            });
            return Optional.of(fields);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** As {@code FormData} is sent (RFC 7578), which is how an example of Turnstile's calls; in memory, for it holds a secret. */
    private static Optional<Map<String, String>> parts(byte[] body, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY) return Optional.empty();
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            var parts = new MultipartStream(
                    new ByteArrayInputStream(body), boundary.getBytes(StandardCharsets.ISO_8859_1), null);
            for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
                if (fields.size() == MOST_FIELDS) return Optional.empty();
                String name = name(parts.readHeaders());
                ByteArrayOutputStream value = new ByteArrayOutputStream();
                parts.readBodyData(value);
                if (name != null) fields.putIfAbsent(name, value.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(fields);
    }

    private static @Nullable String name(String headers) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, DISPOSITION, 0, DISPOSITION.length()))
                .findFirst()
                .map(line -> ContentDisposition.parse(
                                line.substring(DISPOSITION.length()).strip())
                        .getName())
                .orElse(null);
    }

    private static Optional<Map<String, String>> form(byte[] body) {
        String[] pairs = new String(body, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) return Optional.empty();
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                if (equals > 0)
                    fields.putIfAbsent(
                            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException noEncoding) {
            return Optional.empty();
        }
        return Optional.of(fields);
    }
}
