package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.RunningHiboo.freePort;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.acides.hiboo.journeys.Person.Page;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Relying parties that others wrote sign members in, refresh, read userinfo and sign out. */
class RelyingPartiesJourney {

    private static final int APACHE_PORT = freePort();
    private static final String NODE_REDIRECT = "http://localhost:9/callback";
    private static final String NODE_LEFT = "http://localhost:9/left";
    private static final JsonMapper JSON = JsonMapper.shared();

    private static RunningHiboo hiboo;

    @BeforeAll
    static void start() {
        String apache = "http://localhost:" + APACHE_PORT;
        hiboo = RunningHiboo.fresh("relying-parties")
                .seed("apache", apache + "/members/callback", apache + "/left.html", 1)
                .argument("--seed.services.apache.back-channel=" + apache + "/members/callback?logout=backchannel")
                .argument("--seed.services.apache.front-channel=" + apache + "/members/callback?logout=get")
                .argument("--hiboo.oidc.logout-to-private-networks=true")
                .argument("--hiboo.oidc.dpop-nonce=true")
                .seed("node", NODE_REDIRECT, NODE_LEFT, 1)
                .start();
        Members.signUp(hiboo, "ada", "ada@example.test");
    }

    @AfterAll
    static void stop() {
        hiboo.close();
    }

    @Test
    void apacheSignsAMemberInRefreshesAndSignsOut() {
        try (Apache apache = Apache.start(APACHE_PORT, hiboo.address(), hiboo.clientSecret("apache"))) {
            Person ada = new Person(hiboo.address().getAuthority(), apache.authority());

            Page room = Members.pass(ada, ada.open(apache.at("/members/")), "ada", "ada_at_apache");
            assertThat(room.text()).isEqualTo("Members' room");

            JsonNode first = JSON.readTree(
                    ada.open(apache.at("/members/callback?info=json")).text());
            assertThat(first.at("/id_token/preferred_username").asString()).isEqualTo("ada_at_apache");
            assertThat(first.at("/userinfo/sub").asString())
                    .isEqualTo(first.at("/id_token/sub").asString());
            assertThat(first.at("/userinfo/email").asString())
                    .isNotEqualTo("ada@example.test")
                    .contains("@");

            ada.open(apache.at("/members/callback?refresh=" + encode(apache.at("/members/")) + "&access_token="
                    + first.get("access_token").asString()));
            JsonNode second = JSON.readTree(
                    ada.open(apache.at("/members/callback?info=json")).text());
            assertThat(second.get("access_token")).isNotEqualTo(first.get("access_token"));
            assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));

            Page leaving = ada.open(apache.at("/members/callback?logout=" + encode(apache.at("/left.html"))));
            assertThat(leaving.text()).contains("You are signed out of Hiboo");
            Page left = ada.open(
                    URI.create(leaving.document().selectFirst("a.button").attr("href")));
            assertThat(left.text()).isEqualTo("You left");
            assertThat(ada.open(apache.at("/members/")).address()).hasPath("/sign-in");
        }
    }

    @Test
    void apacheIsToldFromHereThatAMemberSignedOut() {
        try (Apache apache = Apache.start(APACHE_PORT, hiboo.address(), hiboo.clientSecret("apache"))) {
            Person ada = new Person(hiboo.address().getAuthority(), apache.authority());
            Members.pass(ada, ada.open(apache.at("/members/")), "ada", "ada_at_apache");

            signOut(ada);

            Awaitility.await("the logout token")
                    .untilAsserted(
                            () -> assertThat(ada.open(apache.at("/members/")).address())
                                    .hasPath("/sign-in"));
        }
    }

    @Test
    void apacheIsToldByTheBrowserThatAMemberSignedOut() {
        try (Apache apache = Apache.start(APACHE_PORT, hiboo.address(), hiboo.clientSecret("apache"))) {
            Person ada = new Person(hiboo.address().getAuthority(), apache.authority());
            Members.pass(ada, ada.open(apache.at("/members/")), "ada", "ada_at_apache");

            Element frame = signOut(ada).document().selectFirst("iframe");
            assertThat(frame).isNotNull();
            assertThat(ada.open(URI.create(frame.attr("src"))).status()).isEqualTo(200);
            assertThat(ada.open(apache.at("/members/")).address()).hasPath("/sign-in");
        }
    }

    private static Page signOut(Person person) {
        return person.submit(person.open(hiboo.at("/sign-out")), Map.of());
    }

    @Test
    void openIdClientTravelsThroughEveryDoor() {
        Person ada = Person.visiting(hiboo);
        Map<String, JsonNode> steps = OpenIdClient.travel(
                address -> Members.pass(ada, ada.open(address), "ada", "ada_at_node")
                        .address(),
                hiboo.address().toString(),
                "node",
                hiboo.clientSecret("node"),
                NODE_REDIRECT,
                NODE_LEFT,
                hiboo.seeded("registration.token"));

        JsonNode signedIn = steps.get("signed-in");
        assertThat(signedIn.get("iss").asString()).isEqualTo(hiboo.address().toString());
        assertThat(signedIn.at("/userinfo/preferred_username").asString()).isEqualTo("ada_at_node");
        assertThat(signedIn.at("/userinfo/sub")).isEqualTo(signedIn.at("/claims/sub"));
        assertThat(steps.get("code-again").get("error").asString()).isEqualTo("invalid_grant");
        assertThat(steps.get("pushed").get("request").asBoolean()).isTrue();
        assertThat(steps.get("pushed").get("sub")).isEqualTo(signedIn.at("/claims/sub"));
        assertThat(steps.get("refreshed").get("rotated").asBoolean()).isTrue();
        assertThat(steps.get("refresh-reused").get("error").asString()).isEqualTo("invalid_grant");
        assertThat(steps.get("family-ended").get("error").asString()).isEqualTo("invalid_grant");
        assertThat(steps.get("revoked").get("before").asBoolean()).isTrue();
        assertThat(steps.get("revoked").get("after").asBoolean()).isFalse();
        JsonNode bound = steps.get("bound");
        assertThat(bound.get("type").asString()).isEqualToIgnoringCase("dpop");
        assertThat(bound.at("/userinfo/preferred_username").asString()).isEqualTo("ada_at_node");
        assertThat(bound.get("stolen").asInt()).isEqualTo(401);
        assertThat(steps.get("exchanged").at("/claims/aud/0").asString()).isEqualTo("http://localhost:9/api");
        assertThat(steps.get("exchanged").at("/claims/act/sub").asString()).isEqualTo("node");
        assertThat(steps.get("on-a-device").get("code").asString()).matches("[A-Z]{4}-[A-Z]{4}");
        assertThat(steps.get("on-a-device").at("/claims/preferred_username").asString())
                .isEqualTo("ada_at_node");
        JsonNode registered = steps.get("registered");
        assertThat(registered.get("name").asString()).isEqualTo("Wandering Owl");
        assertThat(registered.get("claims").get("sub")).isNotEqualTo(signedIn.at("/claims/sub"));
        assertThat(registered.get("signed").valueStream().map(JsonNode::asString))
                .containsExactly("client_id", "request");
        assertThat(registered.get("changed").asString()).isEqualTo("Settled Owl");
        assertThat(registered.get("removed").asInt()).isEqualTo(204);
        assertThat(registered.get("after").asInt()).isEqualTo(401);
        assertThat(steps.get("signed-out").get("back").asString())
                .startsWith(NODE_LEFT)
                .contains("state=gone");
    }

    private static String encode(URI address) {
        return URLEncoder.encode(address.toString(), StandardCharsets.UTF_8);
    }
}
