package org.acides.hiboo.identity.upstream.visit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.springframework.stereotype.Component;

/** Believes ID tokens, or does not (OpenID Connect Core §3.1.3.7). */
@Component
class IdTokens {

    /** What another Hiboo calls more than one factor. */
    static final String SECOND_FACTOR = "urn:hiboo:acr:mfa";

    /** Values of {@code acr} that say so: Hiboo's, and the one that federations share (REFEDS MFA Profile). */
    private static final Set<String> SECOND_FACTORS =
            Set.of(SECOND_FACTOR, "urn:hiboo:acr:phishing-resistant", "https://refeds.org/profile/mfa");

    /** Signatures by a key of which we know the public part alone; so neither {@code none} nor a MAC under our own secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int LONGEST_SUBJECT = 255;

    private final Departure departure;
    private final Clock clock;

    IdTokens(Departure departure, Clock clock) {
        this.departure = departure;
        this.clock = clock;
    }

    /** @throws Trouble UNTRUE; UNREACHABLE when the provider's keys cannot be had; STALE */
    Vouched read(String token, Provider provider, Metadata metadata, Visit visit, String nonce) {
        try {
            JWTClaimsSet claims = processor(provider, metadata, nonce).process(token, null);
            requireParty(claims, provider);
            Instant now = clock.instant();
            if (claims.getIssueTime().toInstant().isAfter(now.plus(SKEW)))
                throw new Trouble(Why.UNTRUE, "an ID token from the future");
            String subject = claims.getSubject();
            if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT)
                throw new Trouble(Why.UNTRUE, "no subject as it should be");
            Instant proved = provedAt(claims, visit, now);
            return new Vouched(subject, methods(claims, provider), proved.isAfter(now) ? now : proved);
        } catch (RateLimitReachedException unknownKeys) {
            throw new Trouble(Why.UNTRUE, "keys that nobody knows, again and again");
        } catch (KeySourceException e) {
            throw new Trouble(Why.UNREACHABLE, "keys: " + e.getMessage());
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new Trouble(Why.UNTRUE, "ID token: " + e.getMessage());
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(Provider provider, Metadata metadata, String nonce) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, metadata.keys()));
        JWTClaimsSet exactly = new JWTClaimsSet.Builder()
                .issuer(provider.issuer().toString())
                .claim("nonce", nonce)
                .build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(provider.clientId(), exactly, Set.of("sub", "iat", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        return processor;
    }

    /** Who may use the token where others may read it, too. */
    private static void requireParty(JWTClaimsSet claims, Provider provider) throws ParseException {
        String party = claims.getStringClaim("azp");
        boolean ours = party == null ? claims.getAudience().size() == 1 : party.equals(provider.clientId());
        if (!ours) throw new Trouble(Why.UNTRUE, "an ID token for somebody else");
    }

    /** Clocks differ by a minute at most. */
    private Instant provedAt(JWTClaimsSet claims, Visit visit, Instant now) throws ParseException {
        Long seconds = claims.getLongClaim("auth_time");
        if (seconds == null) throw new Trouble(Why.STALE, "no auth_time");
        Instant proved = Instant.ofEpochSecond(Math.clamp(seconds, 0, Integer.MAX_VALUE * 2L));
        if (proved.isAfter(now.plus(SKEW))) throw new Trouble(Why.UNTRUE, "an auth_time in the future");
        Instant soonest = visit.begunAt().minus(departure.since(visit.afresh())).minus(SKEW);
        if (proved.isBefore(soonest)) throw new Trouble(Why.STALE, "an auth_time before what was asked");
        return proved;
    }

    private static List<String> methods(JWTClaimsSet claims, Provider provider) throws ParseException {
        List<String> said = Objects.requireNonNullElse(claims.getStringListClaim("amr"), List.of());
        String level = Objects.requireNonNullElse(claims.getStringClaim("acr"), "");
        boolean twice = said.contains(SignedIn.MULTIPLE) || SECOND_FACTORS.contains(level);
        if (!provider.trusted() || !twice) return List.of(SignedIn.ELSEWHERE);
        return List.of(SignedIn.ELSEWHERE, SignedIn.ELSEWHERE_MULTIPLE);
    }
}
