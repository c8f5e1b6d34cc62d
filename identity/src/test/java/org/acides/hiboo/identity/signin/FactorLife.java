package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.identity.factor.Totp;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.springframework.beans.factory.annotation.Autowired;

/** Members with an authenticator application. */
abstract class FactorLife extends PageLife {

    private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern CODES = Pattern.compile("<code>([0-9A-Z-]{14})</code>");

    @Autowired
    Sessions sessions;

    /**
     * An application, and whose it is.
     *
     * @param browser where its owner enrolled, and is signed in
     */
    record Phone(String login, String secret, Browser browser) {

        String code() {
            return Totp.code(secret, Instant.now());
        }

        String codeIn(int steps) {
            return Totp.code(secret, Instant.now().plusSeconds(30L * steps));
        }
    }

    Phone phone() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        return enrol(browser, login);
    }

    /** The code that this takes is there again, to sign in with. */
    Phone enrol(Browser browser, String login) {
        Page page = browser.open("/factors/authenticator");
        assertThat(page.status()).as(page.location()).isEqualTo(200);
        Phone phone = new Phone(login, first(SECRET, page.text()), browser);
        Page done = browser.post("/factors/authenticator", "token", first(TOKEN, page.text()), "code", phone.code());
        assertThat(done.status()).as(done.text()).isEqualTo(303);
        forgetUsedCodes(login);
        return phone;
    }

    static String token(Page page) {
        return first(TOKEN, page.text());
    }

    static String secret(Page page) {
        return first(SECRET, page.text());
    }

    List<String> recoveryCodes(Browser browser) {
        Page page = browser.post("/factors/recovery-codes");
        List<String> codes = CODES.matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).as(page.text()).hasSize(10);
        return codes;
    }

    /** As if the codes up to now were never used. */
    void forgetUsedCodes(String login) {
        jdbc.sql("UPDATE identity.totp SET last_step = 0 WHERE account_id = ?")
                .param(state(login).id().value())
                .update();
    }

    List<String> methods(Browser browser) {
        return sessions.find(browser.cookie("hiboo")).orElseThrow().methods();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) throw new AssertionError(pattern + " in " + text);
        return found.group(1);
    }
}
