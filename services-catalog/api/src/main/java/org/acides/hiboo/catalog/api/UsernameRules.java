package org.acides.hiboo.catalog.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the application behind a service accepts as a username. Case folding and confusable characters are always
 * refused on top of it.
 *
 * @param pattern regular expression ({@link Pattern} syntax, at most 200 characters) that a whole username matches
 * @param minLength 1 to 64 code points
 * @param maxLength {@code minLength} to 64 code points
 * @param reserved names nobody may take, compared without case; at most 1,000
 * @param renamable whether a member may change a username once chosen
 */
public record UsernameRules(String pattern, int minLength, int maxLength, List<String> reserved, boolean renamable) {

    /** Letters, digits, underscore; 3 to 30 characters; the usual role names reserved; no renaming. */
    public static final UsernameRules DEFAULT = new UsernameRules(
            "[a-z0-9_]+",
            3,
            30,
            List.of("admin", "administrator", "root", "moderator", "postmaster", "abuse", "support", "security"),
            false);

    public UsernameRules {
        Objects.requireNonNull(pattern);
        reserved = List.copyOf(reserved);
        if (pattern.isBlank() || pattern.length() > 200) throw new MalformedField("pattern", "1 to 200 characters");
        if (minLength < 1 || minLength > maxLength || maxLength > 64)
            throw new MalformedField("lengths", "1 <= minimum <= maximum <= 64");
        if (reserved.size() > 1000) throw new MalformedField("reserved", "at most 1,000 names");
        for (String name : reserved) PlainText.require("reserved", name, 64);
        PlainText.require("pattern", pattern, 200);
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw (MalformedField) new MalformedField("pattern", e.getDescription()).initCause(e);
        }
    }

    /**
     * Whether the whole username matches the pattern. Never slow: a pattern that looks at a text too often, as an
     * exponential one does, counts as not matching, on every machine alike.
     */
    public boolean matches(String username) {
        return BoundedText.matches(Pattern.compile(pattern), username);
    }

    /**
     * The code of the first of these rules that refuses a username, such as {@code username.too-short}; empty when they
     * take it. Look-alikes and names already taken are not seen from here.
     */
    public Optional<String> refusal(String username) {
        // Longer than any rule allows, whatever its code points: nothing below need look at a megabyte.
        if (username.length() > 2 * maxLength) return Optional.of("username.too-long");
        int length = username.codePointCount(0, username.length());
        if (length > maxLength) return Optional.of("username.too-long");
        if (length < minLength) return Optional.of("username.too-short");
        if (!matches(username)) return Optional.of("username.malformed");
        if (reserved.stream().anyMatch(username::equalsIgnoreCase)) return Optional.of("username.reserved");
        return Optional.empty();
    }
}
