package org.acides.hiboo.identity.migration;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.acides.hiboo.infrastructure.api.Refused;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands the lines of one list. What its first line is decides: a JSON object, or the names of a CSV's columns. Each line
 * stands by itself, so that a bad one spoils no other.
 */
final class ListReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();
    private static final String MARK = "\uFEFF";

    /** Where a CSV has each field; null in a list of JSON. */
    private record Columns(int handle, int hash, int emailHash, int count) {}

    private final @Nullable Columns columns;

    private ListReader(@Nullable Columns columns) {
        this.columns = columns;
    }

    /**
     * @param first line of the list
     * @throws Refused {@code list.no-header}
     */
    static ListReader of(byte[] first) {
        String text = text(first);
        if (text.strip().startsWith("{")) return new ListReader(null);
        List<String> names = record(text).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        Columns columns =
                new Columns(names.indexOf("handle"), names.indexOf("hash"), names.indexOf("email_hash"), names.size());
        if (columns.handle() < 0 || (columns.hash() < 0 && columns.emailHash() < 0))
            throw new Refused("list.no-header");
        return new ListReader(columns);
    }

    /** Whether the first line names columns, and is no account. */
    boolean hasHeader() {
        return columns != null;
    }

    /** @throws Refused {@code line.too-long}, {@code line.not-utf-8}, {@code line.malformed} */
    OldAccount account(byte[] line) {
        String text = text(line);
        return columns == null ? ofJson(text) : ofCsv(text, columns);
    }

    private static OldAccount ofCsv(String text, Columns columns) {
        CSVRecord record = record(text);
        if (record.size() != columns.count()) throw malformed();
        return new OldAccount(
                record.get(columns.handle()).strip(),
                field(record, columns.hash()),
                lowerCase(field(record, columns.emailHash())));
    }

    private static @Nullable String field(CSVRecord record, int column) {
        String value = column < 0 ? "" : record.get(column).strip();
        return value.isEmpty() ? null : value;
    }

    private static CSVRecord record(String text) {
        try (CSVParser parser = CSV.parse(new StringReader(text))) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) throw malformed();
            return records.getFirst();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw malformed();
        }
    }

    /** A hash that is JSON itself, as Keycloak's are, may stand there as it is. */
    private static OldAccount ofJson(String text) {
        try {
            JsonNode object = JSON.readTree(text);
            if (!object.isObject() || !object.path("handle").isString()) throw malformed();
            JsonNode hash = object.path("hash");
            return new OldAccount(
                    object.path("handle").asString().strip(),
                    hash.isObject() ? hash.toString() : string(hash),
                    lowerCase(string(object.path("email_hash"))));
        } catch (JacksonException e) {
            throw malformed();
        }
    }

    private static @Nullable String string(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) return null;
        if (!value.isString()) throw malformed();
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String lowerCase(@Nullable String hex) {
        return hex == null ? null : hex.toLowerCase(Locale.ROOT);
    }

    private static String text(byte[] line) {
        if (line.length > Lines.LONGEST_LINE) throw new Refused("line.too-long");
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            // PostgreSQL keeps no NUL.
            if (text.indexOf('\0') >= 0) throw malformed();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused("line.not-utf-8");
        }
    }

    private static Refused malformed() {
        return new Refused("line.malformed");
    }
}
