package org.acides.hiboo.identity.forwardauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way in, and what the application then learns. */
class ForwardAuthTest extends ProxyLife {

    @Autowired
    private Subjects subjects;

    @Test
    void whoIsNotKnownIsLedToHibooAndBackToWhereTheyWere() {
        ProfileId profile = usual(wiki);
        HttpResponse<String> led = proxy.ask("/page?x=1&y=%C3%A9");
        assertThat(led.statusCode()).isEqualTo(303);
        assertThat(led.headers().map()).doesNotContainKey("remote-user");
        HttpResponse<String> begun = proxy.pass(Proxy.location(led));
        assertThat(Proxy.location(begun)).startsWith(ISSUER + "/forward-auth/" + proxy.slug + "/enter?origin=");
        HttpResponse<String> arrived = proxy.pass(handedOver(ada, Proxy.location(begun)));
        assertThat(arrived.statusCode()).isEqualTo(303);
        assertThat(Proxy.location(arrived)).isEqualTo(proxy.origin + "/page?x=1&y=%C3%A9");
        assertThat(Proxy.cookies(arrived))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-hiboo-entry=")
                        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain"));

        HttpResponse<String> known = proxy.ask("/page");
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.headers().firstValue("Remote-User"))
                .hasValue(profiles.find(profile).orElseThrow().username());
        assertThat(known.headers().firstValue("Remote-Email"))
                .hasValue(profiles.find(profile).orElseThrow().alias());
        assertThat(known.headers().firstValue("Remote-Subject")).hasValue(subjects.of(wiki, profile));
        assertThat(known.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(known.body()).isEmpty();
    }

    @Test
    void onWhichDayTheyEnteredIsToldToTheMember() {
        ProfileId profile = usual(wiki);
        assertThat(lastEntered(profile)).isNull();
        enter(ada, proxy);
        assertThat(lastEntered(profile)).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Test
    void nginxIsToldTheSameWayAsARefusal() {
        HttpResponse<String> asked = proxy.askLikeNginx("/page");
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(Proxy.location(asked)).isEqualTo(Proxy.location(proxy.ask("/page")));
        usual(wiki);
        enter(ada, proxy);
        assertThat(proxy.askLikeNginx("/page").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInSignsInAndWhoHasNoUsualProfilePicksOne() {
        String enter = setOut(proxy, "/page").substring(ISSUER.toString().length());
        assertThat(stranger().follow(enter).address()).startsWith("/sign-in?continue=");
        assertThat(ada.follow(enter).address()).startsWith("/picker?service=" + wiki + "&continue=");
        usual(wiki);
        close(wiki);
        assertThat(ada.follow(enter).address())
                .as("the picker says that it is closed")
                .startsWith("/picker");
    }

    @Test
    void scriptsAndProgramsAreNotLedAnywhere() {
        for (String[] headers : new String[][] {
            {"X-Forwarded-Method", "POST"},
            {"Sec-Fetch-Mode", "cors"},
            {"Sec-Fetch-Mode", "no-cors"},
            {"Accept", "application/json"}
        })
            for (HttpResponse<String> asked : List.of(proxy.ask("/", headers), proxy.askLikeNginx("/", headers))) {
                assertThat(asked.statusCode()).isEqualTo(401);
                assertThat(asked.headers().map()).doesNotContainKey("location");
            }
        assertThat(proxy.ask("/", "Sec-Fetch-Mode", "navigate", "Accept", "*/*").statusCode())
                .isEqualTo(303);
    }

    @Test
    void aPlainHostOnThisMachineHasPlainCookies() {
        Proxy local = behind(wiki, "http://localhost:4711");
        usual(wiki);
        enter(ada, local);
        assertThat(local.cookies).containsOnlyKeys("hiboo-entry");
        assertThat(status(local)).isEqualTo(200);
    }

    @Test
    void signingOutAtTheApplicationAsksAtHiboo() {
        assertThat(Proxy.location(proxy.pass(proxy.origin + "/forward-auth/" + proxy.slug + "/leave")))
                .isEqualTo(ISSUER + "/sign-out");
    }

    @Test
    void whoComesBackTooLateMayTryAgain() {
        String lost = Proxy.location(
                proxy.pass(proxy.origin + "/forward-auth/" + proxy.slug + "/arrive?code=x&back=%2Fpage"));
        HttpResponse<String> page =
                new Browser(ISSUER, null).get(lost.substring(ISSUER.toString().length()));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("href=\"" + proxy.origin + "/page\"").doesNotContain("??");
    }
}
