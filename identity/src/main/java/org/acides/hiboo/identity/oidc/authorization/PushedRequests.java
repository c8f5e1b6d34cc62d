package org.acides.hiboo.identity.oidc.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Requests that applications pushed (RFC 9126), under one-time references: each tells until when it may first be used. A
 * dialogue that began in time goes on, however long the person takes.
 */
@Component
class PushedRequests {

    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final String UNTIL = "___";
    private static final OAuth2TokenType STATE = new OAuth2TokenType("state");

    private final OAuth2AuthorizationService authorizations;
    private final Clock clock;

    PushedRequests(OAuth2AuthorizationService authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    static boolean isReference(String requestUri) {
        return requestUri.startsWith(PREFIX) && requestUri.length() <= 255;
    }

    /**
     * @param first when the person first came with it, or null when that is now
     * @return empty when the client pushed no such request, or it was used, or is too old
     */
    Optional<Parameters> find(String reference, RegisteredClient client, @Nullable Instant first) {
        Instant seen = first == null ? clock.instant() : first;
        return row(reference)
                .filter(row -> row.getRegisteredClientId().equals(client.getId()))
                .filter(row -> row.getPrincipalName().equals(client.getClientId()))
                .filter(row -> !seen.isAfter(until(reference)))
                .map(row -> parameters(row.getAttribute(OAuth2AuthorizationRequest.class.getName())));
    }

    /** Using it up: a second use finds nothing. */
    void use(String reference) {
        row(reference).ifPresent(authorizations::remove);
    }

    private Optional<OAuth2Authorization> row(String reference) {
        return Optional.ofNullable(authorizations.findByToken(reference.substring(PREFIX.length()), STATE));
    }

    private static Instant until(String reference) {
        try {
            return Instant.ofEpochMilli(
                    Long.parseLong(reference.substring(reference.lastIndexOf(UNTIL) + UNTIL.length())));
        } catch (NumberFormatException noTime) {
            return Instant.MIN;
        }
    }

    private static Parameters parameters(@Nullable OAuth2AuthorizationRequest kept) {
        if (kept == null) throw new IllegalStateException("a pushed request without a request");
        Map<String, String[]> all = new HashMap<>();
        kept.getAdditionalParameters().forEach((name, value) -> {
            if (value instanceof String text) all.put(name, new String[] {text});
        });
        all.put("client_id", new String[] {kept.getClientId()});
        all.put("response_type", new String[] {"code"});
        all.put("scope", new String[] {String.join(" ", kept.getScopes())});
        if (kept.getRedirectUri() != null) all.put("redirect_uri", new String[] {kept.getRedirectUri()});
        if (kept.getState() != null) all.put("state", new String[] {kept.getState()});
        return Parameters.of(all);
    }
}
