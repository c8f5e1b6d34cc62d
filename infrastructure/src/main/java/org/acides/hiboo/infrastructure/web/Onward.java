package org.acides.hiboo.infrastructure.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes on to: an address of ours, never of somebody else's choosing.
 *
 * @param address a path of this host, with its query
 * @param given whether somebody said so; else it is home, {@code /}
 */
public record Onward(URI address, boolean given) {

    /** Where whoever said nothing goes. */
    public static final Onward HOME = new Onward(URI.create("/"), false);

    private static final int LONGEST = 8000;

    /** Anything but a local path is ignored, and leads home. */
    public static Onward of(@Nullable String text) {
        boolean local = text != null
                && text.length() <= LONGEST
                && text.startsWith("/")
                && !text.startsWith("//")
                && text.indexOf('\\') < 0
                && text.indexOf('#') < 0;
        if (local) {
            try {
                return new Onward(URI.create(text), true);
            } catch (IllegalArgumentException noAddress) {
                // Nobody we sent here carries one.
            }
        }
        return HOME;
    }

    /** @param value needs no encoding: the caller has seen to it */
    public Onward with(String parameter, String value) {
        String text = address.toString();
        return new Onward(URI.create(text + (text.indexOf('?') < 0 ? '?' : '&') + parameter + '=' + value), given);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
