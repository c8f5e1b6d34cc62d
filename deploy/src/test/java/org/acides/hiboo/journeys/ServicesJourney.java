package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.check;
import static org.acides.hiboo.journeys.Screens.fill;
import static org.acides.hiboo.journeys.Screens.tab;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Those who answer for services decide who comes; admins open the doors of services that speak other protocols. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesJourney {

    private static final String ADMIN = "grandduc";
    private static final String MANAGER = "cheveche";

    private static Community community;
    private static ScimReceiver receiver;

    @BeforeAll
    static void start() {
        receiver = new ScimReceiver("a-token-of-the-cloud", "petit.duc");
        community = Community.start("services", "--hiboo.scim.to-private-networks=true");
    }

    @AfterAll
    static void stop() {
        community.close();
        receiver.close();
    }

    @Test
    @Order(1)
    void aManagerLetsAProfileInWithoutSeeingWhoseItIs() {
        try (Browser browser = desk()) {
            community.enter(browser, MANAGER, "/managing");
            browser.waitForText("petit.duc");
            assertThat(browser.text()).doesNotContain("petitduc", "@hulotte.example");
            browser.photograph("managing");
            act(browser, "Refuse…");
            browser.waitForText("The member reads your reason");
            browser.photograph("managing-refuse");
            act(browser, "Cancel");
        }
        try (Browser browser = phone()) {
            community.enter(browser, MANAGER, "/managing");
            browser.waitForText("petit.duc");
            browser.photograph("managing-phone-dark-fr");
            act(browser, "Accepter");
            browser.waitForText("Aucune demande");
            browser.click(By.linkText("Nextcloud"));
            browser.waitForText("Dons");
            browser.photograph("managed-service-phone-dark-fr");
        }
    }

    @Test
    @Order(2)
    void anAdminKeepsAServiceForAGroup() {
        try (Browser browser = desk()) {
            community.enter(browser, ADMIN, "/admin/groups");
            fill(browser, "Name of a new group", "Atelier du jeudi");
            act(browser, "Make the group");
            browser.waitForText("Nobody is in it");
            fill(browser, "Login name or e-mail address", "petitduc");
            act(browser, "Add");
            browser.waitForText("Take out");
            browser.photograph("groups");

            open(browser, "Nextcloud");
            tab(browser, "Access");
            check(browser, "Atelier du jeudi");
            browser.photograph("service-access");
            act(browser, "Save");
            browser.waitForText("Saved.");
        }
    }

    @Test
    @Order(3)
    void anAdminPutsAServiceBehindAProxy() {
        try (Browser browser = desk()) {
            community.enter(browser, ADMIN, "/admin/services");
            open(browser, "Wiki");
            tab(browser, "Proxy");
            fill(browser, "Addresses of the application", "https://wiki.hulotte.example/page");
            act(browser, "Save");
            browser.waitForText("nothing after it");
            fill(browser, "Addresses of the application", "https://wiki.hulotte.example");
            act(browser, "Save");
            browser.waitForText("Saved.");
            browser.photograph("service-proxy");
        }
    }

    @Test
    @Order(4)
    void aServiceIsToldOfASuspensionByScim() {
        try (Browser browser = desk()) {
            community.enter(browser, ADMIN, "/admin/services");
            open(browser, "Nextcloud");
            tab(browser, "SCIM");
            fill(browser, "Base address", receiver.endpoint().toString());
            fill(browser, "Bearer token", "a-token-of-the-cloud");
            act(browser, "Connect");
            browser.waitForText("Connected.");
            browser.waitForText("Nothing waits.");
            browser.photograph("service-scim");

            browser.go(community.at("/managing"));
            browser.click(By.linkText("Nextcloud"));
            browser.see(By.cssSelector(".managed .search input")).sendKeys("petit", Keys.TAB);
            act(browser, "Suspend…");
            fill(browser, "Reason", "Two terabytes in one night.");
            browser.photograph("managing-suspend");
            browser.click("vaadin-dialog[opened] vaadin-button[theme~=primary]");
            browser.waitForText("petit.duc is suspended.");
            browser.photograph("managed-service");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !receiver.told().isEmpty());
            assertThat(receiver.told()).singleElement().asString().contains("\"active\"", "false");
        }
    }

    @Test
    @Order(5)
    void anApplicationRegistersItselfWithATokenOfAnAdmin() throws Exception {
        try (Browser browser = desk()) {
            community.enter(browser, ADMIN, "/admin/registrations");
            browser.waitForText("No application may register itself");
            act(browser, "Let an application register");
            browser.waitForText("The token is shown once");
            browser.photograph("registrations-offer");
            act(browser, "Make the token");
            browser.waitForText("Initial access token");
            String token = browser.see(By.cssSelector("vaadin-dialog code")).getText();
            browser.photograph("registrations-token");
            act(browser, "I have kept it");

            assertThat(register("nobody-s-token").statusCode()).isEqualTo(401);
            HttpResponse<String> registered = register(token);
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            assertThat(registered.body()).contains("\"client_id\"", "\"client_secret\"");
            assertThat(register(token).statusCode()).isEqualTo(401);

            browser.driver().navigate().refresh();
            browser.waitForText("1 of 1");
            browser.photograph("registrations");
            open(browser, "Grainothèque");
            tab(browser, "Sign-in");
            browser.waitForText("Client identifier");
            browser.photograph("registrations-service");
        }
    }

    private static HttpResponse<String> register(String token) throws IOException, InterruptedException {
        try (HttpClient application = HttpClient.newHttpClient()) {
            return application.send(
                    HttpRequest.newBuilder(community.at("/connect/register"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("""
                                    {"client_name": "Grainothèque",
                                     "client_uri": "https://graines.hulotte.example/",
                                     "redirect_uris": ["https://graines.hulotte.example/callback"]}
                                    """))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    @Order(6)
    void theSameScreensSpeakFrenchOnAPhoneInTheDark() {
        try (Browser browser = phone()) {
            community.enter(browser, ADMIN, "/admin/groups");
            browser.waitForText("Atelier du jeudi");
            browser.photograph("groups-phone-dark-fr");
            browser.go(community.at("/admin/registrations"));
            browser.waitForText("Inscriptions");
            browser.photograph("registrations-phone-dark-fr");
            browser.go(community.at("/admin/services"));
            open(browser, "Nextcloud");
            for (String name : List.of("Accès", "Mandataire", "SCIM")) {
                tab(browser, name);
                browser.photograph("service-" + name.toLowerCase(Locale.ROOT).replace("è", "e") + "-phone-dark-fr");
            }
        }
    }

    private static void open(Browser browser, String service) {
        if (!browser.address().getPath().equals("/admin/services")) browser.go(community.at("/admin/services"));
        browser.click(By.linkText(service));
        browser.waitForText(service);
    }

    private static Browser phone() {
        return Browser.open(Locale.FRENCH, Screen.PHONE, true);
    }

    private static Browser desk() {
        return Browser.open(Locale.ENGLISH, Screen.DESK, false);
    }
}
