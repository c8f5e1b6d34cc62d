package org.acides.hiboo.identity.saml.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.jspecify.annotations.Nullable;

/**
 * How a message came: in a query (SAML V2.0 Bindings §3.4) or in a form (§3.5).
 *
 * @param xml at most 64 KB
 * @param relayState goes back as it came; at most 2,000 characters, empty for none
 * @param signature of the query; null for a form, whose message carries its own, and for an unsigned query
 */
public record Envelope(
        Binding binding,
        byte[] xml,
        String relayState,
        @Nullable QuerySignature signature) {

    /** @param signed the very characters of the query that the signature is about */
    record QuerySignature(String algorithm, byte[] signed, byte[] value) {}

    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_STATE = 2000;

    /**
     * @param query as it stands in the address, or null
     * @param message {@code SAMLRequest} or {@code SAMLResponse}
     * @throws Refusal MALFORMED
     */
    public static Envelope ofQuery(@Nullable String query, String message) {
        Map<String, String> raw =
                raw(query == null ? "" : query, List.of(message, "RelayState", "SigAlg", "Signature"));
        String encoded = raw.get(message);
        if (encoded == null) throw new Refusal(Why.MALFORMED);
        byte[] xml = inflate(base64(decoded(encoded)));
        return new Envelope(
                Binding.REDIRECT, xml, state(decoded(raw.getOrDefault("RelayState", ""))), signature(raw, message));
    }

    /** @throws Refusal MALFORMED */
    public static Envelope ofForm(Map<String, String[]> fields, String message) {
        String encoded = single(fields, message);
        byte[] xml = base64(encoded);
        if (encoded.isEmpty() || xml.length > LARGEST) throw new Refusal(Why.MALFORMED);
        return new Envelope(Binding.POST, xml, state(single(fields, "RelayState")), null);
    }

    private static @Nullable QuerySignature signature(Map<String, String> raw, String message) {
        String algorithm = raw.get("SigAlg");
        String value = raw.get("Signature");
        if (algorithm == null && value == null) return null;
        if (algorithm == null || value == null) throw new Refusal(Why.MALFORMED);
        String state = raw.get("RelayState");
        String signed = message + "=" + raw.get(message) + (state == null ? "" : "&RelayState=" + state) + "&SigAlg="
                + algorithm;
        return new QuerySignature(decoded(algorithm), signed.getBytes(StandardCharsets.UTF_8), base64(decoded(value)));
    }

    /** The known parameters, still encoded. One that comes twice is refused: who verifies might read the other. */
    private static Map<String, String> raw(String query, List<String> known) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!known.contains(decoded(name))) continue;
            if (!known.contains(name) || found.put(name, equals < 0 ? "" : pair.substring(equals + 1)) != null)
                throw new Refusal(Why.MALFORMED);
        }
        return found;
    }

    private static String single(Map<String, String[]> fields, String name) {
        String[] values = fields.get(name);
        if (values == null) return "";
        if (values.length != 1) throw new Refusal(Why.MALFORMED);
        return values[0];
    }

    private static String state(String text) {
        if (text.length() > LONGEST_STATE || text.indexOf('\0') >= 0) throw new Refusal(Why.MALFORMED);
        return text;
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException junk) {
            throw new Refusal(Why.MALFORMED);
        }
    }

    /** Line breaks are allowed: some senders break lines. */
    private static byte[] base64(String text) {
        if (text.length() > 2 * LARGEST) throw new Refusal(Why.MALFORMED);
        try {
            return Base64.getDecoder().decode(text.replaceAll("[\\r\\n\\t ]", ""));
        } catch (IllegalArgumentException junk) {
            throw new Refusal(Why.MALFORMED);
        }
    }

    /** Of a kilobyte that becomes a gigabyte, no more is unpacked than may be. */
    private static byte[] inflate(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(deflated);
            ByteArrayOutputStream xml = new ByteArrayOutputStream();
            byte[] chunk = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(chunk);
                if (read == 0 || xml.size() + read > LARGEST) throw new Refusal(Why.MALFORMED);
                xml.write(chunk, 0, read);
            }
            return xml.toByteArray();
        } catch (DataFormatException junk) {
            throw new Refusal(Why.MALFORMED);
        } finally {
            inflater.end();
        }
    }
}
