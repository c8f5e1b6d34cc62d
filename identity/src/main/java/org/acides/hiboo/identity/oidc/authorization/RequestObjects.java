package org.acides.hiboo.identity.oidc.authorization;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.identity.oidc.client.KeysOfClients;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads requests that are written as a JSON Web Token (OpenID Connect Core §6, RFC 9101). */
@Component
class RequestObjects {

    static final List<String> ALGORITHMS = List.of("none", "ES256", "RS256", "PS256");

    /** None, the usual one, or that of RFC 9101 §10.8. */
    private static final JOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(null, JOSEObjectType.JWT, new JOSEObjectType("oauth-authz-req+jwt"));

    /** By how much an application's clock may be before ours. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeysOfClients keys;
    private final PublicAddress issuer;
    private final Clock clock;

    RequestObjects(KeysOfClients keys, PublicAddress issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * The parameters of one that its client signed, in place of those that were sent with it.
     *
     * @throws IllegalArgumentException when it is none of that client's, or says otherwise than what was sent
     */
    Parameters signed(String object, RegisteredClient client, Parameters sent) {
        if (object.length() > Rules.LONGEST) throw new IllegalArgumentException("too long");
        return read(parsed(object), client, sent);
    }

    /**
     * The same of one that lay at an address which its client registered: nobody else could put it there, so that it needs no
     * signature.
     */
    Parameters vouchedFor(String object, RegisteredClient client, Parameters sent) {
        JWT jwt = parsed(object);
        return jwt instanceof PlainJWT plain ? together(claims(plain), client, sent) : read(jwt, client, sent);
    }

    private Parameters read(JWT jwt, RegisteredClient client, Parameters sent) {
        if (!(jwt instanceof SignedJWT signed)) throw new IllegalArgumentException("not signed");
        return together(verified(signed, client), client, sent);
    }

    private Parameters together(JWTClaimsSet claims, RegisteredClient client, Parameters sent) {
        require(claims, client);
        Map<String, String[]> all = new HashMap<>();
        sent.values().forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        all.keySet().removeAll(Set.of("request", "request_uri"));
        claims.getClaims().forEach((name, value) -> all.put(name, new String[] {text(value)}));
        Parameters together = Parameters.of(all);
        if (!together.get("client_id").orElse(client.getClientId()).equals(client.getClientId()))
            throw new IllegalArgumentException("client_id: another client");
        if (sent.get("response_type")
                .filter(type -> !together.get("response_type").orElse("").equals(type))
                .isPresent()) throw new IllegalArgumentException("response_type: another than in the address");
        if (together.get("request").isPresent() || together.get("request_uri").isPresent())
            throw new IllegalArgumentException("a request within the request");
        return together;
    }

    /** What its client wrote for this provider, for now, and as a request: an assertion, which names its subject, is none (RFC 9101 §10.8). */
    private void require(JWTClaimsSet claims, RegisteredClient client) {
        if (claims.getIssuer() != null && !claims.getIssuer().equals(client.getClientId()))
            throw new IllegalArgumentException("iss: another client");
        if (!claims.getAudience().isEmpty()
                && !claims.getAudience().contains(issuer.origin().toString()))
            throw new IllegalArgumentException("aud: another provider");
        if (client.getClientId().equals(claims.getSubject())) throw new IllegalArgumentException("sub: an assertion");
        Instant now = clock.instant();
        Date ends = claims.getExpirationTime();
        if (ends != null && !now.isBefore(ends.toInstant())) throw new IllegalArgumentException("exp: over");
        Date begins = claims.getNotBeforeTime();
        if (begins != null && now.plus(SKEW).isBefore(begins.toInstant()))
            throw new IllegalArgumentException("nbf: not yet");
    }

    private static JWT parsed(String object) {
        try {
            return JWTParser.parse(object.strip());
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("no request", malformed);
        }
    }

    private static JWTClaimsSet claims(PlainJWT plain) {
        try {
            return plain.getJWTClaimsSet();
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("no request", malformed);
        }
    }

    private JWTClaimsSet verified(SignedJWT signed, RegisteredClient client) {
        try {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSTypeVerifier(TYPES);
            processor.setJWTClaimsSetVerifier(null);
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256), keys.of(client)));
            return processor.process(signed, null);
        } catch (BadJOSEException | JOSEException | BadJwtException e) {
            throw new IllegalArgumentException("none that the client signed", e);
        }
    }

    private static String text(Object value) {
        return value instanceof String || value instanceof Number
                ? String.valueOf(value)
                : JSON.writeValueAsString(value);
    }
}
