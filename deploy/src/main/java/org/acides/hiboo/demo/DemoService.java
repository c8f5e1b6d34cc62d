package org.acides.hiboo.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.UsernameRules;

/** A service of the demo community. */
record DemoService(
        String slug,
        String name,
        String category,
        String summary,
        String address,
        ProfilePolicy policy,
        int quota,
        String pattern,
        boolean renamable) {

    static final String CAFE = "cafe";

    /** @param cafe where the café is */
    static List<DemoService> all(URI cafe) {
        return List.of(
                new DemoService(
                        CAFE,
                        "Café des Hiboux",
                        "Lecture",
                        "Le salon de lecture de la communauté : on y entre avec le profil de son choix.",
                        cafe.toString(),
                        ProfilePolicy.OPEN,
                        5,
                        "[a-z0-9_]+",
                        true),
                new DemoService(
                        "mastodon",
                        "Mastodon",
                        "Réseau social",
                        "Micro-blog fédéré, chronologique et sans publicité.",
                        "https://social.hulotte.example/",
                        ProfilePolicy.OPEN,
                        3,
                        "[a-z0-9_]+",
                        false),
                new DemoService(
                        "peertube",
                        "PeerTube",
                        "Vidéo",
                        "Les vidéos de la communauté, regardées de proche en proche.",
                        "https://video.hulotte.example/",
                        ProfilePolicy.BURST,
                        2,
                        "[a-z0-9._]+",
                        false),
                new DemoService(
                        "nextcloud",
                        "Nextcloud",
                        "Fichiers et agendas",
                        "Fichiers, agendas et contacts, partagés ou non. Deux gigaoctets par profil.",
                        "https://cloud.hulotte.example/",
                        ProfilePolicy.MANAGED,
                        1,
                        "[a-z0-9._-]+",
                        false),
                new DemoService(
                        "matrix",
                        "Matrix",
                        "Messagerie",
                        "Salons de discussion chiffrés, avec Element dans le navigateur.",
                        "https://chat.hulotte.example/",
                        ProfilePolicy.OPEN,
                        4,
                        "[a-z0-9._=-]+",
                        false),
                new DemoService(
                        "wiki",
                        "Wiki",
                        "Documentation",
                        "Ce que la communauté sait, écrit à plusieurs mains.",
                        "https://wiki.hulotte.example/",
                        ProfilePolicy.OPEN,
                        1,
                        "[a-z0-9_]+",
                        true));
    }

    /** The same in every demo, so that one which was interrupted is taken up where it stood. */
    ServiceId id() {
        return new ServiceId(UUID.nameUUIDFromBytes(("demo service " + slug).getBytes(StandardCharsets.UTF_8)));
    }

    /** @param stored SHA-256 of the stored logo, in lower-case hex */
    ServiceDescription description(String stored) {
        return new ServiceDescription(name, summary, URI.create(address), category, stored, null);
    }

    /** A PNG of 128 pixels a side. */
    byte[] logo() {
        try (InputStream in =
                Objects.requireNonNull(DemoService.class.getResourceAsStream("/demo/logos/" + slug + ".png"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the application takes people back; empty for one whose client an admin has yet to set. */
    String callback() {
        return switch (slug) {
            case "mastodon" -> "/auth/auth/openid_connect/callback";
            case "peertube" -> "/plugins/auth-openid-connect/router/code-cb";
            case "nextcloud" -> "/apps/user_oidc/code";
            case "matrix" -> "/_synapse/client/oidc/callback";
            default -> "";
        };
    }

    UsernameRules rules() {
        return new UsernameRules(pattern, 3, 30, UsernameRules.DEFAULT.reserved(), renamable);
    }
}
