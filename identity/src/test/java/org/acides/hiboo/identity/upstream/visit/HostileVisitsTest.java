package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.identity.upstream.Issuers;
import org.junit.jupiter.api.Test;

/** What may happen on the way to a provider and back: each refused, with a page that says so. */
class HostileVisitsTest extends ElsewhereLife {

    private static final String LONG = "x".repeat(300_000);

    @Test
    void whoeverSaysNoIsNotAskedAgain() {
        refused(back(begun(), "-code", "", "error", "access_denied"), "declined", 403, "called it off");
        refused(back(begun(), "-code", "", "error", "server_error"), "refused", 502, "did not say who you are");
        refused(back(begun(), "-code", "", "error", "a\nb <script>"), "refused", 502, "did not say who you are");
        refused(back(begun(), "-code", ""), "refused", 502, "did not say who you are");
        elsewhere.answers(400);
        refused(back(begun()), "refused", 502, "did not say who you are");
    }

    @Test
    void anAnswerIsGoodOnce() {
        Map<String, String> asked = begun();
        String cookie = browser.cookie("hiboo-elsewhere");
        assertThat(back(asked).location()).isEqualTo("/");
        browser.post("/sign-out");
        refused(back(asked), "over", 410, "Begin again");
        assertThat(cookie).isNotEmpty();
        assertThat(elsewhere.heard)
                .filteredOn(call -> call.startsWith("/token"))
                .hasSize(1);
    }

    @Test
    void anAnswerIsGoodInTheBrowserThatAskedForIt() {
        Map<String, String> asked = begun();
        Browser asking = browser;
        browser = browser();
        refused(back(asked), "over", 410, "another browser");
        begun();
        refused(back(asked), "over", 410, "another browser");
        browser = asking;
        elsewhere.expect(asked.get("nonce"));
        refused(back(asked, "state", "guessed"), "over", 410, "another browser");
        assertThat(back(asked).location()).isEqualTo("/");
    }

    @Test
    void anAnswerThatTookTooLongIsOver() {
        Map<String, String> asked = begun();
        watch.forward(Visits.LIFETIME.plusSeconds(1));
        refused(back(asked), "over", 410, "quarter of an hour");
    }

    /** RFC 9207, and for those who do not speak it a place of their own for each (RFC 9700 §4.4). */
    @Test
    void anAnswerOfAnotherProviderIsNotTakenForThisOnes() {
        refused(back(begun(), "iss", "https://evil.example"), "untrue", 502, "it was not believed");
        refused(back(begun(), "-iss", ""), "untrue", 502, "it was not believed");
        assertThat(elsewhere.heard).noneMatch(call -> call.startsWith("/token"));
        try (Elsewhere other = new Elsewhere()) {
            open(other.issuer(), "Other", Elsewhere.CLIENT, Elsewhere.SECRET, false);
            Map<String, String> asked = begun();
            Page page = browser.open(Issuers.callback(other.issuer()) + "?code=a-code&state=" + asked.get("state"));
            refused(page, "untrue", 502, "it was not believed");
            assertThat(other.heard).noneMatch(call -> call.startsWith("/token"));
        }
    }

    @Test
    void whoDoesNotNameThemselvesMayLeaveItOut() {
        elsewhere.metadata.remove("authorization_response_iss_parameter_supported");
        elsewhere.metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        assertThat(back(begun(), "-iss", "").location()).isEqualTo("/");
        assertThat(elsewhere.heard)
                .anyMatch(call -> call.startsWith("/token null ") && call.contains("client_secret="));
    }

    @Test
    void aProviderThatIsDownSaysNothing() {
        Map<String, String> asked = begun();
        elsewhere.close();
        refused(back(asked), "unreachable", 502, "No answer can be had");
        Elsewhere other = new Elsewhere();
        UpstreamId gone = open(other.issuer(), "Gone", Elsewhere.CLIENT, Elsewhere.SECRET, false);
        other.close();
        Page page = browser.post("/sign-in/elsewhere", "with", gone.toString());
        refused(page, "unreachable", 502, "No answer can be had from Gone");
    }

    @Test
    void aProviderThatSaysItIsAnotherIsNotGoneTo() {
        elsewhere.metadata.put("issuer", "https://evil.example");
        refused(begin(browser, upstream), "untrue", 502, "it was not believed");
        elsewhere.metadata.put("issuer", elsewhere.issuer().toString());
        elsewhere.metadata.put("authorization_endpoint", "http://id.example/authorize");
        refused(begin(browser, upstream), "untrue", 502, "it was not believed");
        elsewhere.metadata.put("authorization_endpoint", "javascript:alert(1)");
        refused(begin(browser, upstream), "untrue", 502, "it was not believed");
        elsewhere.metadata.put("much", LONG);
        refused(begin(browser, upstream), "unreachable", 502, "No answer can be had");
    }

    @Test
    void whoeverBeginsAgainAndAgainWaits() {
        Page page = begin(browser, upstream);
        for (int i = 0; i < 90 && !page.location().contains("why="); i++) page = begin(browser, upstream);
        refused(page, "throttled", 429, "Too many sign-ins");
        jdbc.sql("DELETE FROM identity.attempt").update();
    }

    @Test
    void aPageOfSomebodyElsesBeginsNothing() {
        Page page =
                browser.post("/sign-in/elsewhere", "https://evil.example", new String[] {"with", upstream.toString()});
        assertThat(page.status()).isEqualTo(403);
        told(browser.post("/sign-in/elsewhere", "with", "nobody"), "closed");
    }
}
