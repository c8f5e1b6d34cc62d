package org.acides.hiboo.identity.upstream.visit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.web.Onward;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Addresses of our own that a visit leads to. */
final class Ways {

    private Ways() {}

    static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    /** Where a visit's trouble is told: by another address than the one with the answer, which nobody is to keep. */
    static URI trouble(Why why, String with, String occasion, Onward onward) {
        return carrying(
                "/sign-in/elsewhere?why=" + why.name().toLowerCase(Locale.ROOT)
                        + upstream(with).map(id -> "&with=" + id).orElse("")
                        + (occasion.isEmpty() ? "" : "&for=" + occasion),
                onward);
    }

    static URI linking(UpstreamId id, Onward onward) {
        return carrying("/factors/elsewhere?with=" + id, onward);
    }

    /** To prove again who they are, and back. */
    static URI proveFirst(URI back) {
        return URI.create("/sign-in?again=true&continue=" + encode(back.toString()));
    }

    static URI carrying(String path, Onward onward) {
        if (!onward.given()) return URI.create(path);
        return URI.create(path + (path.indexOf('?') < 0 ? "?" : "&") + "continue=" + encode(onward.toString()));
    }

    /** Empty for what is no identifier. */
    static Optional<UpstreamId> upstream(String text) {
        try {
            return Optional.of(UpstreamId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
