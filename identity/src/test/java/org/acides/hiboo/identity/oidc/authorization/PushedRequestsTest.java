package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.acides.hiboo.identity.session.Sessions.Begun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests that applications push beforehand (RFC 9126), and people who take their time over them. */
class PushedRequestsTest extends OpenIdConnectLife {

    private String push(Application by, String... changes) {
        HttpResponse<String> answer = by.post("/oauth2/par", by.ask(changes));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode told = Application.json(answer);
        assertThat(told.get("expires_in").asLong()).isBetween(290L, 300L);
        return "/oauth2/authorize?client_id=" + by.id() + "&request_uri="
                + Browser.encode(told.get("request_uri").asString());
    }

    @Test
    void aPushedRequestIsWalkedThroughOnce() {
        usual();
        String path = push(app);
        Arrival back = ada.follow(path);
        assertThat(back.fields()).containsEntry("state", "a state & more");
        assertThat(app.redeem(back.get("code")).statusCode()).isEqualTo(200);
        assertThat(ada.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyElsesApplicationWalksThroughIt() {
        usual();
        Application other = application(true, "client_secret_basic");
        assertThat(ada.get(push(app).replace(app.id(), other.id())).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPushedRequestSurvivesSigningInAndKeepsToTheSameRules() {
        usual();
        Arrival door = stranger().follow(push(app, "prompt", "login"));
        assertThat(door.address()).startsWith("/sign-in?").doesNotContain("redirect_uri");
        sessions.authenticatedAgain(ada.session().id(), List.of("pwd"));
        assertThat(ada.follow(door.get("continue")).fields()).containsKey("code");
        assertThat(ada.follow(push(app, "prompt", "select_account")).address()).startsWith("/picker?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect_uri=https://evil.example/", "prompt=none login", "claims={", "request_uri=urn:x"})
    void whatIsWrongWithAPushedRequestIsToldAtOnce(String change) {
        String[] field = change.split("=", 2);
        HttpResponse<String> answer = app.post("/oauth2/par", app.ask(field[0], field[1]));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Application.error(answer)).isEqualTo("invalid_request");
    }

    /** Somebody with a password who is signed in nowhere, at the sign-in page with a pushed request behind them. */
    private final class Slow {
        private final String login = name();
        private final AccountId account = register(login);
        private final Arrival door;

        Slow(String path) {
            registration.verifyEmail(account);
            door = stranger().follow(path);
            assertThat(door.address()).startsWith("/sign-in?");
        }

        /** With their password, by the form. */
        Browser signIn() {
            HttpResponse<String> answer = stranger()
                    .submit(
                            "/sign-in",
                            Map.of("username", login, "password", PASSWORD, "continue", door.get("continue")));
            assertThat(Browser.arrival(answer).address()).isEqualTo(door.get("continue"));
            String cookie = answer.headers().allValues("Set-Cookie").stream()
                    .filter(header -> header.startsWith("hiboo="))
                    .map(header -> header.substring("hiboo=".length(), header.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
            return new Browser(ISSUER, new Begun(SessionId.random(), cookie));
        }
    }

    /** Creates a profile by the picker's form. */
    private static Arrival pick(Browser browser, Arrival picker) {
        return Browser.arrival(browser.submit(
                "/picker/new",
                Map.of(
                        "service",
                        picker.get("service"),
                        "continue",
                        picker.get("continue"),
                        "fresh",
                        ProfileId.random().toString(),
                        "username",
                        name())));
    }

    @Test
    void whoBeganInTimeEntersHoweverLongSigningInAndPickingTake() {
        Slow slow = new Slow(push(app));
        watch.forward(Duration.ofMinutes(25));
        Browser browser = slow.signIn();
        Arrival picker = browser.follow(slow.door.get("continue"));
        assertThat(picker.address()).startsWith("/picker?");
        watch.forward(Duration.ofMinutes(25));
        Arrival back = browser.follow(pick(browser, picker).address());
        assertThat(back.fields()).containsEntry("state", "a state & more");
        assertThat(Application.claims(app.tokens(back.get("code"))).get("nonce").asString())
                .isEqualTo("n-0S6");
    }

    @Test
    void consentMayTakeItsTimeToo() {
        app = application(false, "client_secret_basic");
        Slow slow = new Slow(push(app));
        watch.forward(Duration.ofMinutes(15));
        Browser browser = slow.signIn();
        Arrival consent = browser.follow(
                pick(browser, browser.follow(slow.door.get("continue"))).address());
        assertThat(consent.address()).startsWith("/oauth2/consent?");
        watch.forward(Duration.ofMinutes(55));
        Arrival back = Browser.arrival(
                browser.submit("/oauth2/consent", Map.of("state", consent.get("state"), "decision", "allow")));
        assertThat(app.redeem(back.get("code")).statusCode()).isEqualTo(200);
    }

    @Test
    void whoBeginsTooLateIsToldToGoBackToTheService() {
        usual();
        String path = push(app);
        watch.forward(Duration.ofMinutes(6));
        isTooLate(ada.get(path));
    }

    @Test
    void afterAnHourTheRequestIsOver() {
        Slow slow = new Slow(push(app));
        watch.forward(Duration.ofMinutes(61));
        isTooLate(slow.signIn().get(slow.door.get("continue")));
    }

    private static void isTooLate(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("waited too long", "Go back to the service and try again");
    }
}
