package org.acides.hiboo.catalog.api;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people read about a service before they enter it.
 *
 * @param name 1 to 80 characters
 * @param summary plain text, at most 2,000 characters; may be empty
 * @param address https address of the application, or http on a loopback host
 * @param category a word of the host's choosing, at most 40 characters; may be empty
 * @param logo SHA-256 of an uploaded picture in lower-case hex, or null
 * @param terms https address of the service's terms of use, or null
 */
public record ServiceDescription(
        String name,
        String summary,
        URI address,
        String category,
        @Nullable String logo,
        @Nullable URI terms) {

    public ServiceDescription {
        Objects.requireNonNull(address);
        PlainText.require("name", name, 80);
        if (name.isBlank()) throw new MalformedField("name", "1 to 80 characters");
        PlainText.require("summary", summary, 2000);
        PlainText.require("category", category, 40);
        if (logo != null && !logo.matches("[0-9a-f]{64}")) throw new MalformedField("logo", "a SHA-256 in hex");
        requireWeb("address", address);
        if (terms != null) requireWeb("terms", terms);
    }

    private static void requireWeb(String field, URI uri) {
        boolean loopback = uri.getHost() != null && uri.getHost().matches("localhost|127\\.0\\.0\\.1|\\[::1]");
        boolean fine = uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.toString().length() <= 2000
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback);
        if (!fine) throw new MalformedField(field, "an https address");
    }
}
