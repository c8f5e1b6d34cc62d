package org.acides.hiboo.identity.moving;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that other communities sign with. They are kept: a community that is no more can still be verified. One that nobody
 * saw yet is fetched from where it is published, once a minute at most.
 */
@Component
class CommunityKeys {

    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final CommunityHttp http;
    private final Clock clock;

    CommunityKeys(JdbcClient jdbc, CommunityHttp http, Clock clock) {
        this.jdbc = jdbc;
        this.http = http;
        this.clock = clock;
    }

    /** The P-256 key (RFC 7518 §6.2) of that {@code kid}; empty where the community has none. */
    Optional<ECKey> find(Community community, String kid) {
        Optional<ECKey> stored = key(kept(community.id()), kid);
        if (stored.isPresent() || community.gone() || !mayAsk(community.id())) return stored;
        try {
            return key(fetch(community), kid);
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** @throws IOException nothing came that holds a key we can use */
    JWKSet fetch(Community community) throws IOException {
        JWKSet all = http.keys(community.address());
        if (all.getKeys().stream().noneMatch(CommunityKeys::usable)) throw new IOException("no ES256 key there");
        JWKSet usable =
                new JWKSet(all.getKeys().stream().filter(CommunityKeys::usable).toList());
        jdbc.sql("INSERT INTO identity.community_key (community_id, keys, fetched_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (community_id) DO UPDATE SET keys = EXCLUDED.keys,"
                        + " fetched_at = EXCLUDED.fetched_at")
                .param(community.id().value())
                .param(usable.toString(true))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return usable;
    }

    void forget(CommunityId id) {
        jdbc.sql("DELETE FROM identity.community_key WHERE community_id = ?")
                .param(id.value())
                .update();
    }

    /** SHA-256, RFC 7638, for people to compare. */
    List<String> thumbprints(CommunityId id) {
        return kept(id).getKeys().stream()
                .map(key -> {
                    try {
                        return key.computeThumbprint().toString();
                    } catch (JOSEException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Of several that ask at once, one does. */
    private boolean mayAsk(CommunityId id) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("UPDATE identity.community_key SET fetched_at = ? WHERE community_id = ? AND fetched_at <= ?")
                        .params(now, id.value(), now.minus(AT_MOST_EVERY))
                        .update()
                == 1;
    }

    private JWKSet kept(CommunityId id) {
        return jdbc.sql("SELECT keys FROM identity.community_key WHERE community_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .map(CommunityKeys::read)
                .orElseGet(JWKSet::new);
    }

    private static JWKSet read(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException("the keys that are kept cannot be read", e);
        }
    }

    private static Optional<ECKey> key(JWKSet keys, String kid) {
        return Optional.ofNullable(keys.getKeyByKeyId(kid)).map(key -> (ECKey) key);
    }

    private static boolean usable(JWK key) {
        return key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256) && ec.getKeyID() != null;
    }
}
