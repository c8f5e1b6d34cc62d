package org.acides.hiboo.webui.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.test.TestDatabase;
import org.acides.hiboo.webui.WebUiConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = ScreenAccessTest.Screens.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ScreenAccessTest {

    /** The screens by themselves, beside a real store. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({InfrastructureConfiguration.class, WebUiConfiguration.class, TestDatabase.class, SignedInForGood.class})
    static class Screens {}

    @LocalServerPort
    int port;

    @Autowired
    SignedInForGood person;

    @Autowired
    ServletContext context;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeEach
    void aMember() {
        person.become(Role.MEMBER);
    }

    @Test
    void everyRouteSaysWhomItIsFor() {
        Map<String, String> open = new TreeMap<>();
        ApplicationRouteRegistry.getInstance(new VaadinServletContext(context))
                .getRegisteredRoutes()
                .forEach(route -> open.put(route.getTemplate(), roles(route.getNavigationTarget())));
        assertThat(open).containsEntry("", "MEMBER").containsEntry("sessions", "MEMBER");
        assertThat(open).containsEntry("history", "MEMBER").doesNotContainValue("NOBODY");
        open.forEach((path, roles) -> {
            if (path.startsWith("admin") || path.startsWith("moderation"))
                assertThat(roles).as(path).doesNotContain("MEMBER");
        });
    }

    private static String roles(Class<?> view) {
        RolesAllowed some = view.getAnnotation(RolesAllowed.class);
        if (some != null) return String.join(" ", some.value());
        return view.isAnnotationPresent(PermitAll.class) ? "MEMBER" : "NOBODY";
    }

    @Test
    void whoeverIsNotSignedInSignsInFirstAndComesBack() throws Exception {
        person.signOut();

        HttpResponse<String> answer = get("/sessions?from=mail");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in?continue=%2Fsessions%3Ffrom%3Dmail");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void anOpenScreenLearnsAtItsNextRequestThatItsSignInWasRevoked() throws Exception {
        get("/");
        person.signOut();

        assertThat(post("/?v-r=uidl&v-uiId=0", "{}").body()).isEqualTo("Vaadin-Refresh");
        assertThat(post("/?v-r=heartbeat&v-uiId=0", "").statusCode()).isEqualTo(410);
    }

    @Test
    void aScreenIsNotUsedUnderAnotherRoleThanItWasDrawnFor() throws Exception {
        person.become(Role.MEMBER, Role.ADMIN);
        assertThat(get("/").headers().firstValue("Set-Cookie"))
                .as("and who comes by a link from elsewhere keeps what they have open")
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).startsWith("hiboo-screen=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(get("/").headers().firstValue("Set-Cookie")).isEmpty();

        person.change(Role.MEMBER);

        assertThat(post("/?v-r=uidl&v-uiId=0", "{}").body()).contains("\"sessionExpired\":true");
        assertThat(get("/").headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void aScreenIsNotUsedByTheNextPersonAtTheBrowser() throws Exception {
        get("/");

        person.become(Role.MEMBER);

        assertThat(post("/?v-r=uidl&v-uiId=0", "{}").body()).contains("\"sessionExpired\":true");
    }

    @Test
    void noScriptRunsThatThePageDidNotCarry() throws Exception {
        HttpResponse<String> page = get("/");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll("(?s).*'nonce-([^']+)'.*", "$1");

        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(policy.replaceAll(".*script-src ([^;]*);.*", "$1"))
                .isEqualTo("'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'");
        assertThat(page.body().split("<script", -1).length)
                .isEqualTo(page.body().split("nonce=\"" + nonce + "\"", -1).length);
        assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
                .doesNotContain(nonce);
    }

    @Test
    void everyAnswerForbidsFramesAndSniffing() throws Exception {
        for (String path : new String[] {"/", "/webui/screens.css", "/nothing-here"}) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'");
        }
    }

    @Test
    void whatIsSentToNoScreenIsRefused() throws Exception {
        assertThat(post("/sessions", "x=1").statusCode()).isEqualTo(403);
    }

    @Test
    void aPageSpeaksTheLanguageThatTheBrowserAsksFor() throws Exception {
        HttpRequest french = HttpRequest.newBuilder(at("/"))
                .header("Accept-Language", "fr-CH, fr;q=0.9, en;q=0.8")
                .build();

        assertThat(browser.send(french, HttpResponse.BodyHandlers.ofString()).body())
                .contains("<html lang=\"fr\"");
        assertThat(get("/").body()).contains("<html lang=\"en\"");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(at(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
