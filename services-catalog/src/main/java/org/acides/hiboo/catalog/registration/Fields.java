package org.acides.hiboo.catalog.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The members of client metadata (RFC 7591 §2), each of its type. What is null was not sent (RFC 7592 §2.2). */
record Fields(JsonNode sent) {

    Fields {
        if (!sent.isObject()) throw RegistrationError.metadata("a JSON object is expected");
    }

    boolean has(String name) {
        return !sent.path(name).isMissingNode() && !sent.path(name).isNull();
    }

    Optional<String> text(String name) {
        if (!has(name)) return Optional.empty();
        JsonNode value = sent.get(name);
        if (!value.isString()) throw RegistrationError.metadata(name + ": a string");
        return Optional.of(value.stringValue()).filter(text -> !text.isBlank());
    }

    boolean truth(String name) {
        if (!has(name)) return false;
        if (!sent.get(name).isBoolean()) throw RegistrationError.metadata(name + ": true or false");
        return sent.get(name).booleanValue();
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        if (!has(name)) return all;
        if (!sent.get(name).isArray()) throw RegistrationError.metadata(name + ": an array of strings");
        for (JsonNode one : sent.get(name)) {
            if (!one.isString()) throw RegistrationError.metadata(name + ": an array of strings");
            all.add(one.stringValue());
        }
        return all;
    }

    /** A string's words, each once. */
    Optional<Set<String>> words(String name) {
        return text(name)
                .map(text -> new LinkedHashSet<>(Arrays.asList(text.strip().split(" +"))));
    }

    Optional<URI> address(String name) {
        return text(name).map(text -> uri(name, text));
    }

    List<URI> addresses(String name) {
        return texts(name).stream().map(text -> uri(name, text)).toList();
    }

    /** No one of these is understood otherwise than in the given way, if it is sent at all. */
    void only(String name, String... allowed) {
        text(name).filter(value -> !Arrays.asList(allowed).contains(value)).ifPresent(other -> {
            throw RegistrationError.metadata(
                    name + ": " + (allowed.length == 0 ? "not supported" : String.join(" or ", allowed)));
        });
    }

    private static URI uri(String name, String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw name.equals("redirect_uris")
                    ? RegistrationError.redirect(name + ": no address")
                    : RegistrationError.metadata(name + ": no address");
        }
    }
}
