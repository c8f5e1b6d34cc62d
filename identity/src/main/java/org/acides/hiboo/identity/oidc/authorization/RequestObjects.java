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

/**
 * Reads requests that are written as a JSON Web Token (OpenID Connect Core §6.1). One without a signature is only as good as
 * the place where it lay.
 */
@Component
class RequestObjects {

    static final List<String> ALGORITHMS = List.of("none", "ES256", "RS256", "PS256");

    /** None, the usual one, or that of RFC 9101 §10.8. */
    private static final JOSEObjectTypeVerifier<SecurityContext> TYPES =
            new DefaultJOSEObjectTypeVerifier<>(null, JOSEObjectType.JWT, new JOSEObjectType("oauth-authz-req+jwt"));

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
     * The parameters that it holds, in place of those that were sent with it.
     *
     * @throws IllegalArgumentException when it is none of that client's, or says otherwise than what was sent
     */
    Parameters read(String object, RegisteredClient client, Parameters sent) {
        JWTClaimsSet claims = claims(object, client);
        if (claims.getIssuer() != null && !claims.getIssuer().equals(client.getClientId()))
            throw new IllegalArgumentException("iss: another client");
        if (!claims.getAudience().isEmpty()
                && !claims.getAudience().contains(issuer.origin().toString()))
            throw new IllegalArgumentException("aud: another provider");
        Date ends = claims.getExpirationTime();
        if (ends != null && !clock.instant().isBefore(ends.toInstant()))
            throw new IllegalArgumentException("exp: over");
        Map<String, String[]> all = new HashMap<>();
        sent.values().forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
        all.remove("request_uri");
        claims.getClaims().forEach((name, value) -> all.put(name, new String[] {text(value)}));
        Parameters together = Parameters.of(all);
        for (String fixed : Set.of("client_id", "response_type"))
            if (!together.get(fixed).equals(sent.get(fixed)))
                throw new IllegalArgumentException(fixed + ": another than in the address");
        if (together.get("request").isPresent() || together.get("request_uri").isPresent())
            throw new IllegalArgumentException("a request within the request");
        return together;
    }

    private JWTClaimsSet claims(String object, RegisteredClient client) {
        try {
            JWT jwt = JWTParser.parse(object.strip());
            if (jwt instanceof PlainJWT plain) return plain.getJWTClaimsSet();
            if (!(jwt instanceof SignedJWT signed)) throw new IllegalArgumentException("encrypted");
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSTypeVerifier(TYPES);
            processor.setJWTClaimsSetVerifier(null);
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256), keys.of(client)));
            return processor.process(signed, null);
        } catch (ParseException | BadJOSEException | JOSEException | BadJwtException e) {
            throw new IllegalArgumentException("no request, or none that the client signed", e);
        }
    }

    private static String text(Object value) {
        return value instanceof String || value instanceof Number
                ? String.valueOf(value)
                : JSON.writeValueAsString(value);
    }
}
