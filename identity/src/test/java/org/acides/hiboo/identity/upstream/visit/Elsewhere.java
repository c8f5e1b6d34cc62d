package org.acides.hiboo.identity.upstream.visit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** A provider that behaves, until a test has it do otherwise. */
final class Elsewhere implements AutoCloseable {

    static final String CLIENT = "chouettes";
    static final String SECRET = "a secret+of ours".replace(' ', '-');

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, Object> metadata = new LinkedHashMap<>();
    final ECKey key = key();
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private volatile Function<JWTClaimsSet.Builder, String> token = claims -> sign(claims, key);
    private volatile int status = 200;
    private volatile String nonce = "";

    Elsewhere() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metadata.put("issuer", issuer().toString());
        metadata.put("authorization_endpoint", issuer() + "/authorize");
        metadata.put("token_endpoint", issuer() + "/token");
        metadata.put("jwks_uri", issuer() + "/keys");
        metadata.put("authorization_response_iss_parameter_supported", true);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, 200, JSON.writeValueAsString(metadata)));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", exchange -> answer(exchange, status, tokens()));
        server.start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next ID token is for whoever was sent here with that. */
    void expect(String sent) {
        nonce = sent;
    }

    /** How ID tokens come to be from now on. */
    void says(Function<JWTClaimsSet.Builder, String> otherwise) {
        token = otherwise;
    }

    void answers(int otherwise) {
        status = otherwise;
    }

    private String tokens() {
        if (status != 200) return "{\"error\":\"invalid_grant\"}";
        String idToken = token.apply(claims());
        return idToken.isEmpty() ? "{}" : JSON.writeValueAsString(Map.of("id_token", idToken, "token_type", "Bearer"));
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .subject("somebody")
                .audience(CLIENT)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("auth_time", now.getEpochSecond());
    }

    static String sign(JWTClaimsSet.Builder claims, ECKey key) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange, int code, String body) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        heard.add(exchange.getRequestURI() + " " + authorization + " " + form);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
