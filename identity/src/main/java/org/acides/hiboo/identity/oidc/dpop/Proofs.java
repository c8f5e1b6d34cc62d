package org.acides.hiboo.identity.oidc.dpop;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/**
 * Tells whose key a request was sent with (RFC 9449 §4.3). A proof is good once, on whichever node, for the method and
 * the public address of its request, within a minute of when it was made.
 */
@Component
public class Proofs {

    public static final String INVALID = "invalid_dpop_proof";

    /** RFC 9449 §8. */
    private static final String NONCE = "use_dpop_nonce";

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final PublicAddress address;
    private final Nonces nonces;
    private final Clock clock;

    Proofs(JdbcClient jdbc, PublicAddress address, Nonces nonces, Clock clock) {
        this.jdbc = jdbc;
        this.address = address;
        this.nonces = nonces;
        this.clock = clock;
    }

    /** JWA names, for discovery. */
    public static List<String> algorithms() {
        return Proof.ALGORITHMS.stream().sorted().toList();
    }

    /**
     * The thumbprint of the key that whoever asks for tokens holds; empty where no proof was sent. Uses the proof up.
     *
     * @throws OAuth2AuthenticationException {@code invalid_dpop_proof}, {@code use_dpop_nonce}
     */
    public Optional<String> key(HttpServletRequest request) {
        return ProofHeader.of(request).isEmpty() ? Optional.empty() : Optional.of(use(request, null));
    }

    /**
     * The same for whoever sends an access token, to which the proof belongs.
     *
     * @throws OAuth2AuthenticationException {@code invalid_dpop_proof}, also without a proof
     */
    public String key(HttpServletRequest request, String accessToken) {
        return use(request, accessToken);
    }

    private String use(HttpServletRequest request, @Nullable String accessToken) {
        List<String> sent = ProofHeader.of(request);
        if (sent.size() != 1) throw refused("one proof is required");
        Proof proof;
        try {
            proof = Proof.parse(sent.getFirst());
        } catch (IllegalArgumentException malformed) {
            throw refused(malformed.getCause() == null ? String.valueOf(malformed.getMessage()) : "no signed JWT");
        }
        if (!proof.method().equals(request.getMethod())) throw refused("htm: another method");
        if (!proof.address().equals(Proof.plain(address.link(request.getRequestURI()))))
            throw refused("htu: another address");
        Instant now = clock.instant();
        if (proof.issuedAt().isBefore(now.minus(WINDOW)) || proof.issuedAt().isAfter(now.plus(WINDOW)))
            throw refused("iat: not within a minute of now");
        if (accessToken != null && !digest(accessToken).equals(proof.tokenHash()))
            throw refused("ath: another access token");
        if (nonces.wanted() && !nonces.holds(proof.nonce()))
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(NONCE, "nonce: the one that this answer names", null));
        once(proof);
        return proof.key();
    }

    private void once(Proof proof) {
        boolean first = jdbc.sql("INSERT INTO identity.oidc_spent (hash, ends_at) VALUES (?, ?)"
                                + " ON CONFLICT (hash) DO NOTHING")
                        .param(Secret.digest("proof " + proof.key() + " " + proof.id()))
                        .param(proof.issuedAt().plus(WINDOW).plus(WINDOW).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (!first) throw refused("jti: used before");
    }

    private static String digest(String token) {
        return Secret.text(Secret.digest(token));
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(INVALID, why, null));
    }
}
