package org.acides.hiboo.identity.forwardauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.catalog.api.events.ForwardAuthConfigured;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ServiceRef;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where browsers find the applications that stand behind a proxy (RFC 6454). Kept in the transaction of the catalogue's
 * events; nobody is ever led to an address that is not here.
 */
@Component
@ProcessingGroup("lookup.identity.forward-auth-origin")
class Origins {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;

    Origins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a proxy says of the request that it asks about, or passes on. Whoever lies reaches only their own service. */
    static Optional<String> of(HttpServletRequest request) {
        String host = request.getHeader("X-Forwarded-Host");
        String scheme = request.getHeader("X-Forwarded-Proto");
        if (host == null || scheme == null || host.length() > LONGEST) return Optional.empty();
        return parse(scheme.toLowerCase(Locale.ROOT) + "://" + host.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty();
            if (!plain || uri.getRawQuery() != null || uri.getRawFragment() != null) return Optional.empty();
            boolean usual = uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
            return Optional.of(usual ? uri.getScheme() + "://" + uri.getHost() : text);
        } catch (URISyntaxException noHost) {
            return Optional.empty();
        }
    }

    /** The service of that short name, if it is found there and not retired. */
    Optional<ServiceRef> serviceAt(String slug, String origin) {
        if (origin.length() > LONGEST) return Optional.empty();
        return jdbc.sql("SELECT s.service_id FROM identity.service s"
                        + " JOIN identity.forward_auth_origin o ON o.service_id = s.service_id"
                        + " WHERE s.slug = ? AND o.origin = ?")
                .params(slug, origin)
                .query(UUID.class)
                .optional()
                .map(ServiceRef::new);
    }

    @EventHandler
    void on(ForwardAuthConfigured event) {
        forget(event.serviceId().value());
        for (URI origin : event.forwardAuth().origins())
            jdbc.sql("INSERT INTO identity.forward_auth_origin (origin, service_id) VALUES (?, ?)")
                    .params(origin.toString(), event.serviceId().value())
                    .update();
    }

    @EventHandler
    void on(ServiceRetired event) {
        forget(event.serviceId().value());
    }

    private void forget(UUID service) {
        jdbc.sql("DELETE FROM identity.forward_auth_origin WHERE service_id = ?")
                .param(service)
                .update();
    }
}
