package org.acides.hiboo.identity.oidc.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionDecoderFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Reads the assertions of clients that prove themselves with a key of their own ({@code private_key_jwt}, RFC 7523 §3).
 * Each is good for once, and for ten minutes at most.
 */
@Component
public class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final KeysOfClients keys;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    ClientAssertions(JdbcClient jdbc, KeysOfClients keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        JwtDecoder decoder = decoders.computeIfAbsent(KeysOfClients.name(client), known -> decoder(client));
        return assertion -> once(client, decoder.decode(assertion));
    }

    private NimbusJwtDecoder decoder(RegisteredClient client) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys.of(client))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .jwsAlgorithms(all -> all.addAll(java.util.Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256)))
                .build();
        var asTheServerDoes = JwtClientAssertionDecoderFactory.DEFAULT_JWT_VALIDATOR_FACTORY.apply(client);
        decoder.setJwtValidator(assertion -> {
            OAuth2TokenValidatorResult result = asTheServerDoes.validate(assertion);
            return result.hasErrors() || shortLived(assertion) ? result : refused();
        });
        return decoder;
    }

    private boolean shortLived(Jwt assertion) {
        Instant ends = assertion.getExpiresAt();
        return ends != null && ends.isBefore(clock.instant().plus(LONGEST)) && assertion.getId() != null;
    }

    private Jwt once(RegisteredClient client, Jwt assertion) {
        @Nullable Instant ends = assertion.getExpiresAt();
        if (ends == null) throw new BadJwtException("no exp");
        boolean first = jdbc.sql("INSERT INTO identity.oidc_spent (hash, ends_at) VALUES (?, ?)"
                                + " ON CONFLICT (hash) DO NOTHING")
                        .param(Secret.digest("assertion " + client.getId() + " " + assertion.getId()))
                        .param(ends.plus(Duration.ofMinutes(2)).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (!first) throw new BadJwtException("the assertion was used before");
        return assertion;
    }

    private static OAuth2TokenValidatorResult refused() {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN, "exp at most ten minutes away, and a jti, are required", null));
    }
}
