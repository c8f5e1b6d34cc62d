package org.acides.hiboo.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hiboo as a community runs it: nginx with TLS in front. */
class BehindProxyJourney {

    private static final String ADMIN = "grandduc";

    private static Nginx nginx;
    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() {
        nginx = new Nginx();
        hiboo = RunningHiboo.fresh("behind-proxy")
                .environment("HIBOO_ADDRESS", nginx.address().toString())
                .environment("HIBOO_TRUSTED_PROXIES", "127\\.0\\.0\\.1")
                .start();
        nginx.before(hiboo);
    }

    @AfterAll
    static void stop() {
        hiboo.close();
        nginx.close();
    }

    @Test
    void somebodySignsInThroughItByACookieThatHttpNeverSees() {
        try (Browser browser = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            URI link = hiboo.firstAdmin();
            assertThat(link).hasScheme("https").hasPort(nginx.address().getPort());
            browser.go(link);
            browser.type("username", ADMIN);
            browser.type("email", ADMIN + "@example.test");
            browser.type("password", Members.password(ADMIN));
            browser.click("[name=terms]");
            browser.click("form:has([name=password]) button.primary");
            browser.waitForPath("/factors/authenticator");

            browser.go(at("/sign-out"));
            browser.click("form[action='/sign-out'] button");
            await().untilAsserted(
                            () -> assertThat(browser.cookie("__Host-hiboo")).isEmpty());
            browser.go(at("/"));
            browser.waitForPath("/sign-in");
            browser.type("username", ADMIN);
            browser.type("password", Members.password(ADMIN));
            browser.click("form:has([name=password]) button");
            browser.waitForPath("/factors/authenticator");
            browser.press("Not now");
            browser.waitForText("My profiles");
            assertThat(browser.cookie("__Host-hiboo")).hasValueSatisfying(cookie -> {
                assertThat(cookie.isSecure()).isTrue();
                assertThat(cookie.isHttpOnly()).isTrue();
                assertThat(cookie.getDomain()).isEqualTo("localhost");
            });
            assertThat(browser.cookie("hiboo")).isEmpty();
            browser.click("vaadin-button[lang='fr']");
            for (String other : new String[] {"hiboo-screen", "hiboo-lang"})
                await().untilAsserted(() -> assertThat(browser.cookie(other))
                        .hasValueSatisfying(
                                cookie -> assertThat(cookie.isSecure()).isTrue()));
        }
    }

    @Test
    void browsersAreToldToComeByHttpsAloneAndTheIssuerIsTheAddress() {
        HttpResponse<String> page = fetch(at("/sign-in"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        HttpResponse<String> plain = fetch(nginx.plainAddress().resolve("/sign-in"));
        assertThat(plain.statusCode()).isEqualTo(301);
        assertThat(plain.headers().firstValue("Location").orElse("")).startsWith("https://");
        assertThat(fetch(at("/.well-known/openid-configuration")).body())
                .contains("\"issuer\":\"" + nginx.address() + "\"");
        assertThat(fetch(at("/connect/nowhere")).headers().firstValue("Location"))
                .as("nobody is led to another port")
                .satisfies(location -> assertThat(location.map(URI::create).map(URI::getAuthority))
                        .isIn(
                                java.util.Optional.empty(),
                                java.util.Optional.of(nginx.address().getAuthority())));
    }

    @Test
    void theMailboxOfThisMachineIsNotShownThroughIt() {
        assertThat(fetch(at("/mailbox")).statusCode()).isEqualTo(404);
        assertThat(fetch(hiboo.at("/mailbox")).statusCode()).isEqualTo(200);
    }

    private static URI at(String path) {
        return nginx.address().resolve(path);
    }

    private static HttpResponse<String> fetch(URI address) {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(nginx.certificate().context())
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
