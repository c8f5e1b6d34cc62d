package org.acides.hiboo.captcha.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a POST, by name, whether sent as a form or as JSON, of 16 KiB at most: no more of it is ever read. */
@Component
public class SmallBody {

    private static final int LARGEST = 16 * 1024;
    private static final int MOST_FIELDS = 20;
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
        return Optional.empty();
    }

    private static MediaType type(HttpServletRequest request) {
        try {
            return MediaType.parseMediaType(String.valueOf(request.getContentType()));
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
