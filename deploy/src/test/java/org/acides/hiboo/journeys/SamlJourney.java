package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.RunningHiboo.freePort;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.journeys.Person.Page;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SAML service providers that others wrote sign members in, with encrypted assertions, and out. */
class SamlJourney {

    private static final int APACHE_PORT = freePort();
    private static final String NODE = "http://localhost:9";
    private static final String PYTHON = "http://localhost:10";
    private static final Path SOURCES = Path.of("src/test/relying-parties").toAbsolutePath();
    private static final Path KEYS = SOURCES.resolve("saml");
    private static final Path PYSAML = SOURCES.resolve("pysaml2");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static Path apacheMetadata;
    private static Path nodeMetadata;
    private static RunningHiboo hiboo;
    private static String metadata;

    @BeforeAll
    static void start() throws Exception {
        Path files = Files.createDirectories(Path.of("target/saml-journey").toAbsolutePath());
        apacheMetadata = Files.writeString(
                files.resolve("mellon.xml"),
                Files.readString(SOURCES.resolve("mellon/sp.xml"))
                        .replace("@PORT@", Integer.toString(APACHE_PORT))
                        .replace("@CERTIFICATE@", bare(Files.readString(KEYS.resolve("sp.crt")))));
        nodeMetadata = Files.writeString(
                files.resolve("node.xml"),
                Programs.run(NodeModules.of("node-saml"), "node", "journey.mjs", "metadata", KEYS.toString(), NODE));
        Path python = Files.writeString(
                files.resolve("python.xml"),
                Programs.run(PYSAML, "/usr/bin/python3", "journey.py", "metadata", KEYS.toString(), PYTHON));
        hiboo = RunningHiboo.fresh("saml")
                .saml("apache", "http://localhost:" + APACHE_PORT + "/", apacheMetadata)
                .saml("node", NODE + "/", nodeMetadata)
                .saml("python", PYTHON + "/", python)
                .start();
        metadata = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(hiboo.at("/saml/metadata")).build(), BodyHandlers.ofString())
                .body();
        for (String login : new String[] {"ada", "bob", "cleo"}) Members.signUp(hiboo, login, login + "@example.test");
    }

    @AfterAll
    static void stop() {
        if (hiboo != null) hiboo.close();
    }

    private static String bare(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    /** What a service provider of the tests reads: where the browser ended, and what a form there would post. */
    private static String landed(Person person, URI address, String login, String profile) {
        Page page = Members.pass(person, person.open(address), login, profile);
        Map<String, String> fields = new HashMap<>();
        for (Element field : page.document().select("form#onward input[type=hidden]"))
            fields.put(field.attr("name"), field.val());
        return JSON.writeValueAsString(Map.of("address", page.address().toString(), "fields", fields));
    }

    /** A browser without script presses the button of a page that would post itself. */
    private static Page posted(Person person, Page page) {
        return person.send(page, page.form("form#onward"), Map.of());
    }

    @Test
    void xmlsecVerifiesOurMetadata() throws IOException {
        Path file = Files.writeString(Path.of("target/saml-journey/idp.xml").toAbsolutePath(), metadata);
        Matcher certificate = Pattern.compile("<ds:X509Certificate>([^<]+)<").matcher(metadata);
        assertThat(certificate.find()).isTrue();
        Path pem = Files.writeString(
                Path.of("target/saml-journey/idp.pem").toAbsolutePath(),
                "-----BEGIN CERTIFICATE-----\n" + bare(certificate.group(1)).replaceAll("(.{64})", "$1\n")
                        + "\n-----END CERTIFICATE-----\n");
        Programs.run(
                Path.of(".").toAbsolutePath(),
                "xmlsec1",
                "--verify",
                "--pubkey-cert-pem",
                pem.toString(),
                "--id-attr:ID",
                "urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor",
                file.toString());
    }

    @Test
    void mellonSignsAMemberInAndOut() {
        try (Apache apache = Apache.start(APACHE_PORT, apacheMetadata, metadata)) {
            Person ada = new Person(hiboo.address().getAuthority(), apache.authority());
            Page door = Members.pass(ada, ada.open(apache.at("/members/")), "ada", "ada_at_apache");
            Page room = posted(ada, door);
            assertThat(room.text()).startsWith("Members' room");
            assertThat(room.document().select("#uid").text()).isEqualTo("ada_at_apache");
            assertThat(room.document().select("#mail").text()).contains("@").isNotEqualTo("ada@example.test");
            String name = room.document().select("#name").text();
            assertThat(name).hasSize(43);

            Page left = ada.open(apache.at("/mellon/logout?ReturnTo=" + apache.at("/left.html")));
            assertThat(left.text()).isEqualTo("You left");
            assertThat(ada.open(apache.at("/members/")).address()).hasPath("/sign-in");

            room = posted(ada, Members.pass(ada, ada.open(apache.at("/members/")), "ada", "ada_at_apache"));
            assertThat(room.document().select("#name").text()).isEqualTo(name);
            Page out = ada.open(hiboo.at("/sign-out"));
            Page gone = ada.send(out, out.form("form[method=post]"), Map.of());
            assertThat(gone.address()).hasPath("/sign-in");
            assertThat(ada.open(apache.at("/members/")).address()).hasPath("/sign-in");
        }
    }

    @Test
    void anAdminReadsMetadataIsToldWhatIsWrongWithItAndSavesWhatTheySaw() throws IOException {
        try (Browser browser = Browser.open(Locale.ENGLISH, Browser.Screen.DESK, false)) {
            browser.go(hiboo.firstAdmin());
            browser.type("username", "grandduc");
            browser.type("email", "grandduc@example.test");
            browser.type("password", Members.password("grandduc"));
            browser.click("[name=terms]");
            browser.click("form:has([name=password]) button.primary");
            browser.waitForPath("/factors/authenticator");
            Authenticator.type(browser, Authenticator.reading(browser).code(0));
            browser.waitForPath("/factors/recovery-codes");
            browser.press("Not now");
            browser.waitForText("My profiles");
            browser.go(hiboo.at("/admin/services"));
            browser.click(By.linkText("node"));
            Screens.tab(browser, "SAML");
            read(browser, "<EntityDescriptor>");
            browser.waitForText("no well-formed XML");
            browser.photograph("admin-saml-refused");
            read(browser, metadata);
            browser.waitForText("of an identity provider");
            read(browser, Files.readString(apacheMetadata));
            browser.waitForText("Look it through");
            Screens.act(browser, "Save");
            browser.waitForText("Another service has, or had, this entity identifier");
            read(browser, Files.readString(nodeMetadata));
            browser.waitForText("Look it through");
            Screens.fill(browser, "Attribute for the displayed name", "cn");
            Screens.act(browser, "Save");
            browser.waitForText("Saved.");
            browser.photograph("admin-saml");
        }
    }

    private static void read(Browser browser, String xml) {
        Screens.fill(browser, "Metadata of the application", xml.replaceAll("\\s+", " "));
        Screens.act(browser, "Read");
    }

    @Test
    void nodeSamlSignsAMemberInAndOut() {
        Person bob = Person.visiting(hiboo);
        Map<String, JsonNode> steps = Conversation.with(
                NodeModules.of("node-saml"),
                address -> landed(bob, address, "bob", "bob_at_node"),
                "node",
                "journey.mjs",
                "journey",
                KEYS.toString(),
                NODE,
                hiboo.address().toString(),
                certificate());
        JsonNode profile = steps.get("signed-in").get("profile");
        assertThat(profile.get("uid").asString()).isEqualTo("bob_at_node");
        assertThat(profile.get("mail").asString()).contains("@").isNotEqualTo("bob@example.test");
        assertThat(profile.get("nameID").asString()).hasSize(43);
        assertThat(steps.get("signed-in").get("state").asString()).isEqualTo("state");
        assertThat(steps.get("answer-again").get("error").asString()).contains("InResponseTo");
        assertThat(steps.get("answer-changed").get("error").asString()).contains("signature");
        assertThat(steps.get("signed-out").get("loggedOut").asBoolean()).isTrue();
        assertThat(steps.get("signed-out").get("state").asString()).isEqualTo("gone");
        assertThat(bob.open(hiboo.at("/")).address()).hasPath("/sign-in");
    }

    private static String certificate() {
        Matcher certificate = Pattern.compile("<ds:X509Certificate>([^<]+)<").matcher(metadata);
        assertThat(certificate.find()).isTrue();
        return bare(certificate.group(1));
    }

    @Test
    void pysaml2SignsAMemberInAndOut() throws IOException {
        Path idp =
                Files.writeString(Path.of("target/saml-journey/idp-python.xml").toAbsolutePath(), metadata);
        Person cleo = Person.visiting(hiboo);
        Map<String, JsonNode> steps = Conversation.with(
                PYSAML,
                address -> landed(cleo, address, "cleo", "cleo_at_python"),
                "/usr/bin/python3",
                "journey.py",
                "journey",
                KEYS.toString(),
                PYTHON,
                idp.toString());
        JsonNode signedIn = steps.get("signed-in");
        assertThat(signedIn.at("/attributes/uid/0").asString()).isEqualTo("cleo_at_python");
        assertThat(signedIn.get("name").asString()).hasSize(43);
        assertThat(signedIn.get("state").asString()).isEqualTo("state");
        assertThat(steps.get("another-request").get("error").asString()).isNotEqualTo("nothing");
        assertThat(steps.get("signed-out").get("status").asBoolean()).isTrue();
        assertThat(cleo.open(hiboo.at("/")).address()).hasPath("/sign-in");
    }
}
