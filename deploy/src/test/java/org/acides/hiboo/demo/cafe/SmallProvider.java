package org.acides.hiboo.demo.cafe;

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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An OpenID provider whose every answer a test may falsify. */
final class SmallProvider implements AutoCloseable {

    private final HttpServer server;
    final ECKey key;
    ECKey signingKey;
    UnaryOperator<JWTClaimsSet.Builder> falsified = claims -> claims;
    String userinfoSubject = "subject";

    @Nullable
    String nonce;

    @Nullable
    String redeemed;

    SmallProvider() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        signingKey = key;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> description();
                case "/jwks" -> new JWKSet(key).toString();
                case "/token" -> tokens(exchange);
                default ->
                    "{\"sub\":\"%s\",\"preferred_username\":\"<b>camille</b>\",\"email\":\"x@alias.localhost\"}"
                            .formatted(userinfoSubject);
            };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String description() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/logout"}
                """.formatted(issuer());
    }

    private String tokens(HttpExchange exchange) throws IOException {
        redeemed = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var now = Clock.systemUTC().instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("subject")
                .audience(Cafe.CLIENT)
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(),
                    falsified.apply(claims).build());
            token.sign(new ECDSASigner(signingKey));
            return "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\"" + token.serialize() + "\"}";
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IOException(e);
        }
    }
}
