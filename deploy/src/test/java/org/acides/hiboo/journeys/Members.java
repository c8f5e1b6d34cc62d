package org.acides.hiboo.journeys;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.journeys.Person.Page;
import org.jsoup.nodes.Element;

/** What members do on Hiboo's plain pages. */
final class Members {

    private Members() {}

    static String password(String login) {
        return "correct horse " + login;
    }

    static String email(String login) {
        return login + "@example.test";
    }

    /** Signs somebody without a second factor in, on the way to a screen. */
    static void enter(RunningHiboo hiboo, Browser browser, String login, String path) {
        signIn(hiboo, browser, login, path);
        browser.waitForPath(path.replaceAll("\\?.*", ""));
    }

    /** Types login and password where a screen led to. */
    static void signIn(RunningHiboo hiboo, Browser browser, String login, String path) {
        browser.go(hiboo.at(path));
        browser.waitForPath("/sign-in");
        browser.type("username", login);
        browser.type("password", password(login));
        browser.click("form:has([name=password]) button");
    }

    /** Registers somebody and follows the link in their letter. */
    static void signUp(RunningHiboo hiboo, String login, String email) {
        Person person = Person.visiting(hiboo);
        askToJoin(person, hiboo, login, email);
        Page verify = person.open(letterTo(hiboo, email));
        person.send(verify, verify.form("form[method=post]"), Map.of());
    }

    /** Sends the sign-up form; what comes back is what the person takes for a promise. */
    static Page askToJoin(Person person, RunningHiboo hiboo, String login, String email) {
        Page page = person.open(hiboo.at("/sign-up"));
        Map<String, String> typed =
                new HashMap<>(Map.of("username", login, "email", email, "password", password(login), "terms", "on"));
        Element captcha = page.document().selectFirst(".h-captcha");
        if (captcha != null) typed.put("pass", Work.of(hiboo, captcha.attr("data-sitekey"), "sign-up"));
        return person.submit(page, typed);
    }

    /** The link in the newest letter to an address, as the development mailbox shows it. */
    static URI letterTo(RunningHiboo hiboo, String email) {
        String mailbox =
                Person.visiting(hiboo).open(hiboo.at("/mailbox")).document().text();
        int letter = mailbox.indexOf(email);
        Matcher link = Pattern.compile("http://\\S+/verify\\S+").matcher(mailbox);
        if (letter < 0 || !link.find(letter)) throw new AssertionError("no letter to " + email + " in " + mailbox);
        return URI.create(link.group());
    }

    /**
     * Answers whatever Hiboo asks on the way to an application: password, then which profile, made if there is none;
     * that a device is one's own, and that the service may know.
     */
    static Page pass(Person person, Page first, String login, String profile) {
        Page page = first;
        for (int step = 0; step < 10; step++) {
            if (page.document().selectFirst("input[type=password]") != null)
                page = person.submit(page, Map.of("username", login, "password", password(login)));
            else if (page.address().getPath().equals("/picker")) page = pick(person, page, profile);
            else if (page.address().getPath().matches("/device.*|/oauth2/consent")
                    && page.document().selectFirst("form") != null) page = confirm(person, page);
            else return page;
        }
        throw new AssertionError("still at " + page.address() + ":\n" + page.document());
    }

    private static Page confirm(Person person, Page page) {
        Element yes = page.document().selectFirst("button[value=mine], button[value=allow]");
        return yes == null
                ? person.submit(page, Map.of())
                : person.send(page, page.form("form"), Map.of("decision", yes.val()));
    }

    /** Enters with the profile of that name, which is made when the picker does not show it. */
    private static Page pick(Person person, Page picker, String profile) {
        Element card = picker.document().selectFirst("button[name=profile]:has(strong:containsOwn(" + profile + "))");
        if (card != null)
            return person.send(picker, picker.form("form:has([name=profile])"), Map.of("profile", card.val()));
        return person.send(picker, picker.form("form:has([name=username])"), Map.of("username", profile));
    }
}
