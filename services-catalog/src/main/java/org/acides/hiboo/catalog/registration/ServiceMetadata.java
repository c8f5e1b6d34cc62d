package org.acides.hiboo.catalog.registration;

import java.net.URI;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.jspecify.annotations.Nullable;

/** Reads what an application says to people (RFC 7591 §2) into a service's description, and back. */
final class ServiceMetadata {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_NAME = 80;

    private ServiceMetadata() {}

    /**
     * @param before what it said so far, and what an admin said of it; null for a new service
     * @param logo a stored picture, in place of the one before; null to leave that
     */
    static ServiceDescription read(Fields sent, @Nullable ServiceDescription before, @Nullable String logo) {
        URI address = sent.address("client_uri")
                .or(() -> Optional.ofNullable(before).map(ServiceDescription::address))
                .orElseGet(() -> origin(sent));
        String name = sent.text("client_name")
                .or(() -> Optional.ofNullable(before).map(ServiceDescription::name))
                .orElseGet(() -> String.valueOf(address.getHost()));
        try {
            return new ServiceDescription(
                    name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                    before == null ? "" : before.summary(),
                    address,
                    before == null ? "" : before.category(),
                    logo == null && before != null ? before.logo() : logo,
                    sent.address("tos_uri").orElse(null));
        } catch (MalformedField field) {
            throw RegistrationError.metadata(
                    switch (field.field()) {
                        case "name" -> "client_name: plain text";
                        case "terms" -> "tos_uri: an https address";
                        default -> "client_uri: an https address, or an http one on a loopback host";
                    });
        }
    }

    private static URI origin(Fields sent) {
        return sent.addresses("redirect_uris").stream()
                .filter(uri ->
                        uri.getHost() != null && String.valueOf(uri.getScheme()).startsWith("http"))
                .findFirst()
                .map(uri -> uri.resolve("/"))
                .orElseThrow(
                        () -> RegistrationError.metadata("client_uri: required where no redirect address is a web's"));
    }

    static void write(ServiceDescription description, Map<String, Object> into) {
        into.put("client_name", description.name());
        into.put("client_uri", description.address().toString());
        if (description.terms() != null) into.put("tos_uri", description.terms().toString());
    }

    /** From the name, and ten letters by chance: whoever registers chooses no name that others have, or want. */
    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String head = plain.length() > 25 ? plain.substring(0, 25) : plain;
        StringBuilder slug = new StringBuilder(head.isEmpty() ? "app" : head).append('-');
        for (int i = 0; i < 10; i++) slug.append((char) ('a' + RANDOM.nextInt(26)));
        return slug.toString();
    }
}
