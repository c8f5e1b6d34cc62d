package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.acides.hiboo.identity.oidc.Signer;
import org.acides.hiboo.infrastructure.signing.SigningKeys;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads JSON Web Tokens (RFC 7519) of our own. What a key needs before it signs is made once. */
@Component
class SignedTokens implements Signer {

    static final String ACCESS = "at+jwt";
    static final String ID = "JWT";

    private static final int LONGEST = 8192;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final SigningKeys keys;
    private final Map<String, PrivateKey> signing = new ConcurrentHashMap<>();
    private final Map<String, PublicKey> verifying = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    SignedTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * @param type {@link #ACCESS} (RFC 9068 §2.1) or {@link #ID}
     * @param claims strings, lists of strings, truth values, and instants, which become seconds
     */
    Jwt sign(JWSAlgorithm algorithm, String type, Map<String, Object> claims) {
        JWK key = keys.current(algorithm);
        String header = headers.computeIfAbsent(
                type + " " + key.getKeyID(),
                once -> ENCODER.encodeToString(JSON.writeValueAsBytes(
                        Map.of("alg", algorithm.getName(), "kid", key.getKeyID(), "typ", type))));
        Map<String, Object> written = new LinkedHashMap<>(claims);
        written.replaceAll((name, value) -> value instanceof Instant at ? at.getEpochSecond() : value);
        String input = header + "." + ENCODER.encodeToString(JSON.writeValueAsBytes(written));
        PrivateKey signer = signing.computeIfAbsent(key.getKeyID(), once -> Jws.privateKey(key));
        String signature =
                ENCODER.encodeToString(Jws.sign(algorithm, signer, input.getBytes(StandardCharsets.US_ASCII)));
        return new Jwt(
                input + "." + signature,
                (Instant) claims.get("iat"),
                (Instant) claims.get("exp"),
                Map.of("alg", algorithm.getName(), "typ", type),
                claims);
    }

    @Override
    public String write(JWSAlgorithm algorithm, String type, Map<String, Object> claims) {
        return sign(algorithm, type, claims).getTokenValue();
    }

    /** What the token says of itself, whoever wrote it. */
    static Optional<Map<String, Object>> claimed(String token) {
        if (token.length() > LONGEST) return Optional.empty();
        String[] parts = token.split("\\.", 4);
        return parts.length == 3 ? object(parts[1]) : Optional.empty();
    }

    /** The claims of a token that we signed, be it expired or not. */
    Optional<Map<String, Object>> read(String type, String token) {
        if (token.length() > LONGEST) return Optional.empty();
        String[] parts = token.split("\\.", 4);
        if (parts.length != 3) return Optional.empty();
        return object(parts[0])
                .filter(header -> type.equals(header.get("typ")) && signed(header, parts))
                .flatMap(header -> object(parts[1]));
    }

    /** The key says which algorithm it is for: the header is not asked, only compared. */
    private boolean signed(Map<String, Object> header, String[] parts) {
        if (!(header.get("kid") instanceof String kid)) return false;
        JWK key = keys.published().getKeyByKeyId(kid);
        if (key == null || key.getAlgorithm() == null) return false;
        JWSAlgorithm algorithm = JWSAlgorithm.parse(key.getAlgorithm().getName());
        if (!algorithm.getName().equals(header.get("alg"))) return false;
        PublicKey verifier = verifying.computeIfAbsent(kid, once -> Jws.publicKey(key));
        try {
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            return ENCODER.encodeToString(signature).equals(parts[2])
                    && Jws.verify(
                            algorithm,
                            verifier,
                            (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                            signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static Optional<Map<String, Object>> object(String part) {
        try {
            return Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(part), OBJECT));
        } catch (IllegalArgumentException | JacksonException malformed) {
            return Optional.empty();
        }
    }
}
