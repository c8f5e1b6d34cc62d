package org.acides.hiboo.captcha.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.CaptchaConfiguration;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.acides.hiboo.infrastructure.test.Watch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The captcha on a real database behind a real port. Recurring work is done when a test does it. */
@SpringBootTest(
        classes = {InfrastructureConfiguration.class, CaptchaConfiguration.class, TestDatabase.class, Watch.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.quartz.auto-startup=false")
@EnableAutoConfiguration
public abstract class RunningCaptcha {

    /** Of the vendors, one takes whatever it is asked, and says nothing. */
    private static final ServerSocket SILENT = silent();

    protected static final Actor ADMIN = new Actor("an-admin", "ADMIN", Instant.MAX);
    protected static final JsonMapper JSON = JsonMapper.builder().build();
    protected static final String PAGE = "https://pad.example.org";

    protected final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Commands commands;

    @Autowired
    protected Watch watch;

    @LocalServerPort
    private int port;

    /** A site, and the secret that it was shown. */
    public record Registered(SiteId id, SiteKey key, String secret) {}

    @DynamicPropertySource
    static void vendors(DynamicPropertyRegistry properties) {
        properties.add(
                "hiboo.captcha.hcaptcha.verify", () -> "http://localhost:" + SILENT.getLocalPort() + "/siteverify");
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void theClockIsRightAgain() {
        watch.set();
    }

    /** On {@link #PAGE}'s host, as easy as can be, and calm. */
    protected final Registered site(String... kinds) {
        return site(new SiteSettings("Pad", List.of("pad.example.org"), List.of(kinds), 1, 12, 100_000));
    }

    protected final Registered site(SiteSettings settings) {
        SiteId id = SiteId.random();
        commands.<SiteKey>send(new RegisterSite(id, null, settings), ADMIN);
        IssuedSiteSecret issued = commands.send(new IssueSiteSecret(id, Duration.ZERO), ADMIN);
        return new Registered(id, issued.siteKey(), issued.secret());
    }

    protected final URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected final JsonNode challenge(Registered site, String more) throws Exception {
        HttpResponse<String> answer = get("/captcha/challenge?sitekey=" + site.key() + more, PAGE);
        if (answer.statusCode() != 200) throw new AssertionError(answer.body());
        return JSON.readTree(answer.body());
    }

    protected final HttpResponse<String> get(String path, @Nullable String origin) throws Exception {
        return send(HttpRequest.newBuilder(at(path)), origin);
    }

    protected final HttpResponse<String> form(String path, Map<String, String> fields, @Nullable String origin)
            throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)),
                origin);
    }

    protected final HttpResponse<String> json(String path, Object body) throws Exception {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                null);
    }

    /** What siteverify says of a response. */
    protected final JsonNode verify(Registered site, String response) throws Exception {
        return JSON.readTree(form("/captcha/siteverify", Map.of("secret", site.secret(), "response", response), null)
                .body());
    }

    /** A pass for a solution. */
    protected final String pass(String payload) throws Exception {
        HttpResponse<String> answer = form("/captcha/solve", Map.of("payload", payload), PAGE);
        if (answer.statusCode() != 200) throw new AssertionError(answer.body());
        return JSON.readTree(answer.body()).path("pass").stringValue();
    }

    protected final HttpResponse<String> send(HttpRequest.Builder request, @Nullable String origin)
            throws IOException, InterruptedException {
        if (origin != null) request.header("Origin", origin);
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
