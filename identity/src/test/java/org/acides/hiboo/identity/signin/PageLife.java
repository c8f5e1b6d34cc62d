package org.acides.hiboo.identity.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.test.Post;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.springframework.beans.factory.annotation.Autowired;

/** People on the plain pages. */
abstract class PageLife extends RunningIdentity {

    static final String PASSWORD = "otters hold hands asleep";

    @Autowired
    Post post;

    @Autowired
    Accounts accounts;

    /** Somebody new: a login name that nobody has, nor one that looks like it. */
    static String someone() {
        return "m"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .replace('0', 'g')
                        .replace('1', 'h')
                        .substring(0, 18);
    }

    static String addressOf(String login) {
        return login + "@example.org";
    }

    Browser browser() {
        return new Browser(at(""));
    }

    Browser.Page signUp(Browser browser, String login, String... more) {
        List<String> fields = new ArrayList<>(
                List.of("username", login, "email", addressOf(login), "password", PASSWORD, "terms", "on"));
        fields.addAll(List.of(more));
        return browser.post("/sign-up", fields.toArray(String[]::new));
    }

    /** An account whose address is proved. */
    String member() {
        String login = someone();
        signUp(browser(), login);
        browser().post(post.link(addressOf(login)));
        return login;
    }

    AccountState state(String login) {
        return accounts.byLoginName(login).orElseThrow();
    }
}
