package org.acides.hiboo.webui.infrastructure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event's payload as lines that people read. What is sealed shows only that it is: its box goes no further. */
final class Payload {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a line's value is. */
    enum Kind {
        TEXT,
        NUMBER,
        WORD,
        SEALED,
        OPENING,
        CLOSING,
        UNREADABLE
    }

    /**
     * @param depth how far in, from 0
     * @param name of the field, or null within a list and at the top
     * @param value as JSON writes it; empty for what is sealed or unreadable
     * @param more whether a comma follows
     */
    record Line(int depth, @Nullable String name, Kind kind, String value, boolean more) {}

    private final List<Line> lines = new ArrayList<>();

    private Payload() {}

    static List<Line> lines(String json) {
        Payload payload = new Payload();
        try {
            payload.add(0, null, JSON.readTree(json), false);
            return payload.lines;
        } catch (JacksonException notJson) {
            return List.of(new Line(0, null, Kind.UNREADABLE, "", false));
        }
    }

    private void add(int depth, @Nullable String name, JsonNode node, boolean more) {
        if (isSealed(node)) line(depth, name, Kind.SEALED, "", more);
        else if (node.isObject()) object(depth, name, node, more);
        else if (node.isArray()) list(depth, name, node, more);
        else line(depth, name, kind(node), node.toString(), more);
    }

    /** Anything with a box counts, whatever stands beside it: better to hide too much. */
    private static boolean isSealed(JsonNode node) {
        return node.isObject() && node.has("box");
    }

    private static Kind kind(JsonNode node) {
        if (node.isNumber()) return Kind.NUMBER;
        return node.isString() ? Kind.TEXT : Kind.WORD;
    }

    private void object(int depth, @Nullable String name, JsonNode node, boolean more) {
        if (node.isEmpty()) {
            line(depth, name, Kind.WORD, "{}", more);
            return;
        }
        line(depth, name, Kind.OPENING, "{", false);
        Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            add(depth + 1, field.getKey(), field.getValue(), fields.hasNext());
        }
        line(depth, null, Kind.CLOSING, "}", more);
    }

    private void list(int depth, @Nullable String name, JsonNode node, boolean more) {
        if (node.isEmpty()) {
            line(depth, name, Kind.WORD, "[]", more);
            return;
        }
        line(depth, name, Kind.OPENING, "[", false);
        for (int i = 0; i < node.size(); i++) add(depth + 1, null, node.get(i), i < node.size() - 1);
        line(depth, null, Kind.CLOSING, "]", more);
    }

    private void line(int depth, @Nullable String name, Kind kind, String value, boolean more) {
        lines.add(new Line(depth, name, kind, value, more));
    }
}
