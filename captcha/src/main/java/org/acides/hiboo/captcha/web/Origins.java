package org.acides.hiboo.captcha.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which pages may read what we answer (the Fetch standard's CORS protocol): challenges, those of the site's domains;
 * solutions, those of any site's, and the solution itself must then be of theirs; files, everybody's. No answer is given
 * with credentials, for there are none.
 */
@Component
class Origins implements CorsConfigurationSource {

    private static final long REMEMBERED_SECONDS = 3_600;

    private final Sites sites;
    private final PublicAddress address;

    Origins(Sites sites, PublicAddress address) {
        this.sites = sites;
        this.address = address;
    }

    /** Whether a page that says it is of this origin may pose a site's challenges; whoever says nothing is no page. */
    boolean mayPose(KnownSite site, @Nullable String origin) {
        return origin == null
                || isOurs(origin)
                || host(origin).filter(site.settings()::covers).isPresent();
    }

    /** The host, where it is one of the site's. */
    @Nullable
    String hostOn(KnownSite site, @Nullable String origin) {
        return origin == null
                ? null
                : host(origin).filter(site.settings()::covers).orElse(null);
    }

    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || path.equals("/captcha/siteverify")) return null;
        boolean allowed = switch (path) {
            case "/captcha/challenge" -> mayPose(request.getParameter("sitekey"), origin);
            case "/captcha/solve" ->
                isOurs(origin) || host(origin).filter(sites::anyCovers).isPresent();
            default -> true;
        };
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(allowed ? List.of(origin) : List.of());
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of(HttpHeaders.CONTENT_TYPE));
        cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(REMEMBERED_SECONDS);
        return cors;
    }

    private boolean mayPose(@Nullable String key, String origin) {
        return key != null
                && SiteKey.isWellFormed(key)
                && sites.find(new SiteKey(key))
                        .filter(site -> mayPose(site, origin))
                        .isPresent();
    }

    private boolean isOurs(String origin) {
        return origin.equals(address.origin().toString());
    }

    private static Optional<String> host(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost());
        } catch (IllegalArgumentException noOrigin) {
            return Optional.empty();
        }
    }
}
