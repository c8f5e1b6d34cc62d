package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.junit.jupiter.api.Test;

/** OpenID Connect Front-Channel Logout 1.0. */
class FrontChannelTest extends ToldLife {

    private static final LogoutAddress FRAME =
            new LogoutAddress(URI.create("https://app.example/leave?by=frame"), true);
    private static final Pattern SOURCE = Pattern.compile("<iframe src=\"([^\"]*)\"");

    private static List<String> frames(HttpResponse<String> page) {
        return SOURCE.matcher(page.body())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private static String frame(Known known) {
        return "https://app.example/leave?by=frame&iss=" + URLEncoder.encode(ISSUER.toString(), StandardCharsets.UTF_8)
                + "&sid=" + known.session();
    }

    @Test
    void thePageThatSignsOutLoadsAFrameOfEachApplicationAndOfNobodyElse() {
        Known one = enter(ada, told(null, FRAME));
        Known two = enter(ada, told(null, FRAME));
        enter(ada, told(null, null));
        HttpResponse<String> page = ada.submit("/sign-out", Map.of());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(frames(page)).containsExactlyInAnyOrder(frame(one), frame(two));
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(policy(page)).contains("default-src 'none'").endsWith("frame-src https://app.example");
        assertThat(page.body()).contains("Signed out").doesNotContain("http-equiv", "??");
        assertThat(sessions.find(java.util.Objects.requireNonNull(ada.session()).cookie()))
                .isEmpty();
    }

    @Test
    void anApplicationThatAsksIsToldAndThePersonLedBack() {
        Application wiki = told(null, FRAME);
        Known known = enter(ada, wiki);
        HttpResponse<String> page = ada.get("/connect/logout?id_token_hint=" + known.idToken()
                + "&post_logout_redirect_uri=" + Application.LEFT + "&state=s1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(frames(page)).containsExactly(frame(known));
        assertThat(page.body())
                .contains("http-equiv=\"refresh\" content=\"3;url=" + Application.LEFT + "?state=s1\"")
                .contains("href=\"" + Application.LEFT + "?state=s1\"");
    }

    @Test
    void whoAnswersOurQuestionIsLedOnTheSameWay() {
        Known known = enter(ada, told(null, FRAME));
        HttpResponse<String> page = ada.submit("/connect/logout/confirm", Map.of());
        assertThat(frames(page)).containsExactly(frame(known));
        HttpResponse<String> next = signedIn(account).submit("/sign-out", Map.of("continue", "/terms"));
        assertThat(next.headers().firstValue("Location")).contains("/terms");
    }

    @Test
    void onlyWhatThisSessionEnteredIsTold() {
        Application wiki = told(null, FRAME);
        enter(signedIn(account), wiki);
        assertThat(Browser.arrival(ada.submit("/sign-out", Map.of())).address()).isEqualTo("/sign-in?done=signed-out");
    }

    /** Two frames of one page would tell the service that both are one person's. */
    @Test
    void ofSeveralProfilesAtOneServiceOneIsTold() {
        Application wiki = told(null, FRAME);
        enter(ada, wiki);
        Known latest = enterAs(ada, wiki, create(account, wiki.service(), name()));
        assertThat(frames(ada.submit("/sign-out", Map.of()))).containsExactly(frame(latest));
    }

    @Test
    void discoverySaysThatBothChannelsWorkAndNameTheSession() {
        String metadata = stranger().get("/.well-known/openid-configuration").body();
        for (String channel : List.of("backchannel", "frontchannel"))
            assertThat(metadata)
                    .contains("\"" + channel + "_logout_supported\":true")
                    .contains("\"" + channel + "_logout_session_supported\":true");
    }
}
