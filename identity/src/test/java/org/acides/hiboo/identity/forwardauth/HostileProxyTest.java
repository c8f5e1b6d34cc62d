package org.acides.hiboo.identity.forwardauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who would like to be somebody else, or to lead somebody elsewhere. */
class HostileProxyTest extends ProxyLife {

    @Autowired
    private ApplicationContext context;

    private String path(String page, String query) {
        return "/forward-auth/" + proxy.slug + "/" + page + "?" + query;
    }

    @Test
    void aCodeIsGoodOnce() {
        usual(wiki);
        String arrive = handedOver(ada, setOut(proxy, "/"));
        String browser = proxy.cookies.get("__Host-hiboo-browser");
        assertThat(Proxy.location(proxy.pass(arrive))).isEqualTo(proxy.origin + "/");
        proxy.cookies.put("__Host-hiboo-browser", Objects.requireNonNull(browser));
        assertThat(Proxy.location(proxy.pass(arrive))).contains("/lost?");
        assertThat(status(proxy)).as("who was in stays in").isEqualTo(200);
    }

    /** Else a link would sign a visitor in as whoever sent it. */
    @Test
    void aCodeIsGoodInTheBrowserThatSetOut() {
        usual(wiki);
        String arrive = handedOver(ada, setOut(proxy, "/"));
        Proxy victim = proxy.inAnotherBrowser();
        assertThat(Proxy.location(victim.pass(arrive))).contains("/lost?");
        setOut(victim, "/");
        assertThat(Proxy.location(victim.pass(arrive))).contains("/lost?");
        assertThat(victim.cookies).doesNotContainKey("__Host-hiboo-entry");
    }

    @Test
    void aCodeIsGoodForAMinuteAndSaysSoItself() {
        Instant now = Instant.parse("2026-11-28T19:00:00Z");
        String code = HandOver.code(now.plusSeconds(60));
        assertThat(HandOver.holds(code, now.plusSeconds(59))).isTrue();
        assertThat(HandOver.holds(code, now.plusSeconds(60))).isFalse();
        usual(wiki);
        String arrive = handedOver(ada, setOut(proxy, "/"));
        String longer = arrive.replaceFirst("code=([^&]{43})[^&]*", "code=$1" + code.substring(43));
        assertThat(Proxy.location(proxy.pass(longer))).contains("/lost?");
    }

    @Test
    void aSessionThatEndedMeanwhileHandsNothingOver() {
        ProfileId profile = usual(wiki);
        setOut(proxy, "/");
        SignedIn who =
                sessions.find(Objects.requireNonNull(ada.session()).cookie()).orElseThrow();
        sessions.end(account, who.session());
        byte[] browser = Secret.digest(Objects.requireNonNull(proxy.cookies.get("__Host-hiboo-browser")));
        String code = context.getBean(ProxyEntries.class).hand(who, wiki, profile, browser);
        HttpResponse<String> arrived = proxy.pass(proxy.origin + path("arrive", "code=" + code));
        assertThat(Proxy.location(arrived)).contains("/lost?");
    }

    @Test
    void anEntryIsGoodAtItsOwnServiceAlone() {
        usual(wiki);
        enter(ada, proxy);
        ServiceRef blog = service(ProfilePolicy.OPEN, 5);
        Proxy other = behind(blog, "https://" + name() + ".example");
        other.cookies.putAll(proxy.cookies);
        assertThat(status(other)).isEqualTo(303);
        // The proxy of the blog asks, and a visitor's header says that it is about the wiki.
        HttpResponse<String> spoofed = other.ask("/", "X-Forwarded-Host", proxy.origin.substring("https://".length()));
        assertThat(spoofed.statusCode()).isEqualTo(403);
        assertThat(spoofed.headers().map()).doesNotContainKey("remote-user");
    }

    @Test
    void hiboosOwnCookieLetsNobodyPass() {
        usual(wiki);
        String cookie = Objects.requireNonNull(ada.session()).cookie();
        for (String name : new String[] {"hiboo", "__Host-hiboo", "__Host-hiboo-entry", "hiboo-entry"})
            proxy.cookies.put(name, cookie);
        assertThat(status(proxy)).isEqualTo(303);
        enter(ada, proxy);
        Browser thief = new Browser(
                ISSUER,
                new org.acides.hiboo.identity.session.Sessions.Begun(
                        ada.session().id(), Objects.requireNonNull(proxy.cookies.get("__Host-hiboo-entry"))));
        assertThat(thief.get("/sign-out").statusCode())
                .as("and the other way round")
                .isEqualTo(303);
    }

    @Test
    void nobodyIsLedElsewhere() {
        usual(wiki);
        String browser = "&browser=" + Secret.text(Secret.digest("x"));
        for (String origin : new String[] {
            "https://evil.example",
            "https://evil.example/" + proxy.origin,
            proxy.origin + ".evil.example",
            proxy.origin + "@evil.example",
            proxy.origin + ":444",
            proxy.origin.replace("https", "http"),
            "",
            "//evil"
        })
            for (String page : new String[] {"enter", "lost"})
                assertThat(ada.get(path(page, "back=/&origin=" + Paths.encode(origin) + browser))
                                .statusCode())
                        .isEqualTo(403);
        for (String back :
                new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example", "@evil.example"}) {
            String enter = path("enter", "origin=" + proxy.origin + "&back=" + Paths.encode(back) + browser);
            assertThat(ada.follow(enter).address()).endsWith("&back=%2F");
            assertThat(Proxy.location(proxy.pass(proxy.origin + path("begin", "back=" + Paths.encode(back)))))
                    .contains("&back=%2F&");
        }
        assertThat(proxy.ask("/", "X-Forwarded-Host", "evil.example").statusCode())
                .isEqualTo(403);
        assertThat(proxy.ask("/", "X-Forwarded-Proto", "http").statusCode()).isEqualTo(403);
        assertThat(proxy.ask("/", "X-Forwarded-Host", "x y").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsNoBrowserOfOursGetsNoCode() {
        usual(wiki);
        for (String browser : new String[] {"", "x", "é", Secret.text(new byte[31]), "x".repeat(10_000)})
            assertThat(ada.get(path("enter", "origin=" + proxy.origin + "&browser=" + Paths.encode(browser)))
                            .statusCode())
                    .isEqualTo(400);
    }

    @Test
    void aCodeThatNobodyTradedIsSweptAway() {
        usual(wiki);
        handedOver(ada, setOut(proxy, "/"));
        enter(ada, proxy);
        ProxyEntries entries = context.getBean(ProxyEntries.class);
        entries.sweep();
        assertThat(rows()).as("it may still be on its way").isEqualTo(2);
        entries.sweep();
        assertThat(rows()).isEqualTo(1);
        assertThat(status(proxy)).isEqualTo(200);
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM identity.forward_auth_entry WHERE service_id = ?")
                .param(wiki.value())
                .query(Long.class)
                .single();
    }
}
