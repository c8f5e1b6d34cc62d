package org.acides.hiboo.captcha.challenge;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON without spaces and with the names of every object sorted: what ALTCHA signs. What strangers send is read within
 * bounds, and not at all where one name stands twice.
 */
final class CanonicalJson {

    private static final int LARGEST = 16 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LARGEST)
                            .maxStringLength(LARGEST)
                            .maxNestingDepth(8)
                            .maxTokenCount(500)
                            .maxNumberLength(20)
                            .maxNameLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private CanonicalJson() {}

    static String of(JsonNode node) {
        return JSON.writeValueAsString(node);
    }

    static String of(Map<String, ?> values) {
        return JSON.writeValueAsString(values);
    }

    /** @throws NotSolved {@code MALFORMED} */
    static JsonNode read(byte[] text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) return node;
        } catch (JacksonException unreadable) {
            // As good as none.
        }
        throw new NotSolved(NotSolved.Reason.MALFORMED);
    }
}
