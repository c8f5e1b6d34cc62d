package org.acides.hiboo.webui.catalog;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import org.acides.hiboo.catalog.api.MalformedField;

/** What people type, as the catalogue's values want it. */
final class Typed {

    private Typed() {}

    /** @throws MalformedField naming the field, when it is no address at all */
    static URI address(String field, String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException junk) {
            throw (MalformedField) new MalformedField(field, "an address").initCause(junk);
        }
    }

    /** One a line; blank lines count for nothing. */
    static List<URI> addresses(String field, String text) {
        return lines(text).stream().map(line -> address(field, line)).toList();
    }

    static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    static String text(List<?> lines) {
        return lines.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
