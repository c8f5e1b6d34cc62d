package org.acides.hiboo.demo.cafe;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID provider, known by its issuer alone: everything else it says of itself (OpenID Connect Discovery 1.0). */
final class Provider {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String issuer;
    private final String client;
    private final URI callback;
    private @Nullable JsonNode described;
    private @Nullable JWKSource<SecurityContext> keys;

    Provider(String issuer, String client, URI callback) {
        this.issuer = issuer;
        this.client = client;
        this.callback = callback;
    }

    /** Where a person goes to sign in. */
    URI signIn(Attempt attempt, boolean switching) throws SignInFailed {
        Map<String, String> request = new java.util.LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", client);
        request.put("redirect_uri", callback.toString());
        request.put("scope", "openid profile email");
        request.put("state", attempt.state());
        request.put("nonce", attempt.nonce());
        request.put("code_challenge", attempt.challenge());
        request.put("code_challenge_method", "S256");
        if (switching) request.put("prompt", "select_account");
        return URI.create(endpoint("authorization_endpoint") + "?" + form(request));
    }

    /** Where a person goes to sign out at the provider too (OpenID Connect RP-Initiated Logout 1.0 §2). */
    URI signOut(Guest guest, URI afterwards) throws SignInFailed {
        return URI.create(endpoint("end_session_endpoint") + "?"
                + form(Map.of(
                        "id_token_hint", guest.idToken(),
                        "client_id", client,
                        "post_logout_redirect_uri", afterwards.toString())));
    }

    /** Redeems a code and believes nothing that does not check out (OpenID Connect Core §3.1.3). */
    Guest redeem(String code, Attempt attempt, @Nullable String issuerOfResponse) throws SignInFailed {
        if (issuerOfResponse != null && !issuerOfResponse.equals(issuer))
            throw new SignInFailed("the answer comes from another provider");
        JsonNode tokens = send(HttpRequest.newBuilder(URI.create(endpoint("token_endpoint")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "code",
                        code,
                        "redirect_uri",
                        callback.toString(),
                        "code_verifier",
                        attempt.verifier())))));
        String idToken = tokens.path("id_token").asString("");
        JWTClaimsSet claims = verify(idToken, attempt);
        JsonNode info = send(HttpRequest.newBuilder(URI.create(endpoint("userinfo_endpoint")))
                .header("Authorization", "Bearer " + tokens.path("access_token").asString("")));
        if (!info.path("sub").asString("").equals(claims.getSubject()))
            throw new SignInFailed("userinfo speaks of another person");
        return new Guest(
                claims.getSubject(),
                info.path("preferred_username").asString(""),
                info.path("email").asString(""),
                idToken);
    }

    private JWTClaimsSet verify(String idToken, Attempt attempt) throws SignInFailed {
        var verifier = new DefaultJWTProcessor<SecurityContext>();
        verifier.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), keys()));
        verifier.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                client,
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .claim("nonce", attempt.nonce())
                        .build(),
                Set.of("sub", "iat", "exp")));
        try {
            return verifier.process(idToken, null);
        } catch (ParseException | BadJOSEException | JOSEException untrue) {
            throw new SignInFailed("the ID token does not check out", untrue);
        }
    }

    private synchronized JWKSource<SecurityContext> keys() throws SignInFailed {
        if (keys == null) {
            try {
                keys = JWKSourceBuilder.<SecurityContext>create(
                                URI.create(endpoint("jwks_uri")).toURL())
                        .build();
            } catch (MalformedURLException e) {
                throw new SignInFailed("the provider has no address for its keys", e);
            }
        }
        return keys;
    }

    private synchronized String endpoint(String name) throws SignInFailed {
        if (described == null) {
            JsonNode found = send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
            if (!found.path("issuer").asString("").equals(issuer))
                throw new SignInFailed("the provider calls itself otherwise");
            described = found;
        }
        String value = described.path(name).asString("");
        if (value.isEmpty()) throw new SignInFailed("the provider has no " + name);
        return value;
    }

    private JsonNode send(HttpRequest.Builder request) throws SignInFailed {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) throw new SignInFailed("the provider answers " + response.statusCode());
            return JSON.readTree(response.body());
        } catch (IOException | JacksonException e) {
            throw new SignInFailed("the provider cannot be reached or understood", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignInFailed("the café is closing", e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
