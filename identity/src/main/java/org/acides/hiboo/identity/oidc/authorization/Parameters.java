package org.acides.hiboo.identity.oidc.authorization;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parameters of an authorization request that mean something here, by name. Others are ignored, and so are those
 * without a value (RFC 6749 §3.1).
 */
record Parameters(Map<String, List<String>> values) {

    private static final Set<String> KNOWN = Set.of(
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "prompt",
            "max_age",
            "acr_values",
            "claims",
            "dpop_jkt",
            "display",
            "ui_locales",
            "login_hint",
            "id_token_hint",
            "request",
            "request_uri");

    Parameters {
        values = Map.copyOf(values);
    }

    static Parameters of(Map<String, String[]> all) {
        Map<String, List<String>> known = new TreeMap<>();
        all.forEach((name, values) -> {
            List<String> given =
                    Arrays.stream(values).filter(value -> !value.isEmpty()).toList();
            if (KNOWN.contains(name) && !given.isEmpty()) known.put(name, given);
        });
        return new Parameters(known);
    }

    /** The parameter's value, or its first one when it was sent repeatedly. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst);
    }

    /** The name of a parameter that was sent more than once. */
    Optional<String> repeated() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    Parameters with(String name, String value) {
        Map<String, List<String>> all = new TreeMap<>(values);
        all.put(name, List.of(value));
        return new Parameters(all);
    }

    boolean repeats(String name) {
        return values.getOrDefault(name, List.of()).size() > 1;
    }

    /** PostgreSQL keeps every character but this one. */
    boolean holdsNul() {
        return values.values().stream().flatMap(List::stream).anyMatch(value -> value.indexOf('\0') >= 0);
    }

    int length() {
        return values.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
    }

    /** As a query, sorted by name, without its question mark. */
    String query() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Shows names alone: values may be personal. */
    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
