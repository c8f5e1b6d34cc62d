package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacesTest extends PageLife {

    private static final Pattern INCLUDED =
            Pattern.compile("(?:src|rel=\"(?:stylesheet|icon)\"[^>]*href)=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/sign-in?done=reset",
                "/sign-up",
                "/sign-up?sent=true",
                "/reset",
                "/reset?sent=true",
                "/reset/nothing",
                "/verify/nothing",
                "/terms",
                "/picker/nowhere"
            })
    void everyPageIsLightInBothLanguagesAndNeedsNoScript(String path) {
        for (String language : List.of("en", "fr")) {
            Page page = browser().speaking(language).open(path);
            assertThat(withoutButtonsScript(page.text()))
                    .contains("lang=\"" + language + "\"", "<title>", "width=device-width", "<main", "<h1")
                    .doesNotContain("??", "<script", "style=\"", "onclick", "th:");
            int weight = page.response().body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            var included = INCLUDED.matcher(page.text());
            while (included.find())
                weight += browser().open(included.group(1)).text().length();
            assertThat(weight).as(path).isLessThan(30_000);
        }
    }

    /** It shows a button that without it nobody sees; everything else does without. */
    private static String withoutButtonsScript(String text) {
        return text.replaceFirst("<script src=\"/identity/passkey.js\" defer(=\"defer\")?></script>", "");
    }

    @Test
    void thePersonsChoiceOfLanguageOutlastsTheBrowsers() {
        Browser browser = browser().speaking("en");
        assertThat(browser.open("/sign-in?continue=/a%3Fb%3Dc&lang=fr").text())
                .contains("Se connecter", "continue=%2Fa%3Fb%3Dc&amp;lang=en");
        assertThat(browser.open("/sign-up").text()).contains("Créer votre compte");
        assertThat(browser.open("/sign-up?lang=de").text()).contains("Créer votre compte");
        assertThat(browser.open("/sign-up?lang=en").text()).contains("Create your account");
        assertThat(browser().speaking("de").open("/sign-up").text()).contains("Create your account", "lang=\"en\"");
    }

    @Test
    void anErrorIsAPageForPeopleAndAProblemForPrograms() {
        Page page = browser().speaking("fr").open("/picker/nowhere");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Il n’y a rien ici").doesNotContain("Whitelabel", "Exception");
        assertThat(browser().post("/identity/pages.css").status()).isEqualTo(405);
        Page problem = browser()
                .send(HttpRequest.newBuilder(URI.create(at("/picker/nowhere").toString()))
                        .header("Accept", "application/json")
                        .build());
        assertThat(problem.header("Content-Type")).startsWith("application/problem+json");
        assertThat(problem.text()).contains("\"status\":404").doesNotContain("trace", "Exception");
    }
}
