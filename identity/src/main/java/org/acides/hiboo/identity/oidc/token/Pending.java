package org.acides.hiboo.identity.oidc.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Requests that wait: pushed by a client (RFC 9126), or for a person's consent. They wait for an hour: a dialogue
 * that began in time goes on. */
@Component
class Pending {

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final String KEY = "dpop_jkt";
    private static final Duration DOUBLE_CLICK = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Tags tags;
    private final Clock clock;

    Pending(JdbcClient jdbc, Tags tags, Clock clock) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.clock = clock;
    }

    /** @param grantee null for a request that was pushed: nobody is there yet */
    record Waiting(UUID id, ServiceRef service, @Nullable Grantee grantee, OAuth2AuthorizationRequest request) {}

    void save(Waiting waiting, String handle) {
        Grantee grantee = waiting.grantee();
        jdbc.sql("INSERT INTO identity.oidc_pending (pending_id, handle, service_id, profile_id, session_tag, methods,"
                        + " authenticated_at, request, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)"
                        + " ON CONFLICT (pending_id) DO UPDATE SET handle = EXCLUDED.handle")
                .param(waiting.id())
                .param(Secret.digest(handle))
                .param(waiting.service().value())
                .param(grantee == null ? null : grantee.profile().value())
                .param(grantee == null ? null : grantee.sessionTag())
                .param(grantee == null ? null : String.join(" ", grantee.methods()))
                .param(
                        grantee == null
                                ? null
                                : tags.mask(
                                        waiting.id(), grantee.authenticatedAt().getEpochSecond()))
                .param(JSON.writeValueAsString(Stored.of(waiting.request(), key -> veil(waiting.id(), key))))
                .param(clock.instant()
                        .plus(PATIENCE)
                        .plus(grantee == null ? Duration.ZERO : tags.delay(waiting.id()))
                        .atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Waiting> find(String handle) {
        return jdbc.sql(
                        "SELECT pending_id, service_id, profile_id, session_tag, methods, authenticated_at, request, ends_at"
                                + " FROM identity.oidc_pending WHERE handle = ? AND ends_at > ?")
                .param(Secret.digest(handle))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> inTime(row) ? Optional.of(waiting(row)) : Optional.<Waiting>empty())
                .optional()
                .flatMap(found -> found);
    }

    /**
     * Leaves it a moment longer: a browser whose page was clicked on twice follows the second answer alone, which has to
     * lead on as the first did.
     *
     * @return false when it is gone: whoever declines takes it away
     */
    boolean answered(UUID id) {
        return jdbc.sql("UPDATE identity.oidc_pending SET ends_at = least(ends_at, ?) WHERE pending_id = ?")
                        .param(clock.instant()
                                .plus(DOUBLE_CLICK)
                                .plus(tags.delay(id))
                                .atOffset(ZoneOffset.UTC))
                        .param(id)
                        .update()
                == 1;
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM identity.oidc_pending WHERE pending_id = ?")
                .param(id)
                .update();
    }

    /** The time in a row with somebody's name is put off. */
    private boolean inTime(ResultSet row) throws SQLException {
        Instant end = row.getObject(8, OffsetDateTime.class).toInstant();
        Instant exact = row.getObject(3) == null ? end : end.minus(tags.delay(row.getObject(1, UUID.class)));
        return clock.instant().isBefore(exact);
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID profile = row.getObject(3, UUID.class);
        Grantee grantee = profile == null
                ? null
                : new Grantee(
                        new ProfileId(profile),
                        row.getBytes(4),
                        Instant.ofEpochSecond(tags.mask(id, row.getLong(6))),
                        List.copyOf(GrantRow.words(row.getString(5))));
        return new Waiting(
                id,
                new ServiceRef(row.getObject(2, UUID.class)),
                grantee,
                JSON.readValue(row.getString(7), Stored.class).request(key -> unveil(id, key)));
    }

    private String veil(UUID row, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tags.veil(row, key));
    }

    private String unveil(UUID row, String veiled) {
        return tags.unveil(row, Base64.getUrlDecoder().decode(veiled));
    }

    private record Stored(
            String uri,
            String client,
            @Nullable String redirect,
            Set<String> scopes,
            @Nullable String state,
            Map<String, Object> more) {

        static Stored of(OAuth2AuthorizationRequest request, UnaryOperator<String> veil) {
            Map<String, Object> more = new LinkedHashMap<>(request.getAdditionalParameters());
            more.computeIfPresent(KEY, (name, key) -> veil.apply((String) key));
            return new Stored(
                    request.getAuthorizationUri(),
                    request.getClientId(),
                    request.getRedirectUri(),
                    request.getScopes(),
                    request.getState(),
                    more);
        }

        OAuth2AuthorizationRequest request(UnaryOperator<String> unveil) {
            Map<String, Object> all = new LinkedHashMap<>(more);
            all.computeIfPresent(KEY, (name, key) -> unveil.apply((String) key));
            return OAuth2AuthorizationRequest.authorizationCode()
                    .authorizationUri(uri)
                    .clientId(client)
                    .redirectUri(redirect)
                    .scopes(scopes)
                    .state(state)
                    .additionalParameters(into -> all.forEach((name, value) ->
                            into.put(name, value instanceof List<?> many ? many.toArray(new String[0]) : value)))
                    .build();
        }
    }
}
