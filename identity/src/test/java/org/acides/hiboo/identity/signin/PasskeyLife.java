package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.identity.api.queries.FindMyFactors;
import org.acides.hiboo.identity.api.queries.MyFactor;
import org.acides.hiboo.identity.passkey.SoftwarePasskey;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.annotation.Autowired;

/** Members with a passkey. */
abstract class PasskeyLife extends FactorLife {

    @Autowired
    QueryGateway queries;

    /** @param browser where its owner enrolled it, and is signed in */
    record Holder(String login, SoftwarePasskey passkey, Browser browser) {}

    SoftwarePasskey passkey() {
        return new SoftwarePasskey(at("").toString());
    }

    Holder holder() {
        String login = member();
        Browser browser = browser();
        browser.signIn(login, PASSWORD);
        return new Holder(login, enrol(browser, passkey(), "blue key"), browser);
    }

    SoftwarePasskey enrol(Browser browser, SoftwarePasskey passkey, String name) {
        Page done = send(
                browser, "/factors/passkey", passkey.made(options(browser, "/factors/passkey/options")), "name", name);
        assertThat(done.status()).as(done.text()).isEqualTo(303);
        return passkey;
    }

    static String options(Browser browser, String path) {
        Page asked = browser.ask(path);
        assertThat(asked.status()).as(path).isEqualTo(200);
        return asked.text();
    }

    /** Signs what the sign-in page asks, in that browser. */
    static Page signIn(Browser browser, SoftwarePasskey passkey, String... more) {
        return send(browser, "/sign-in", passkey.signed(options(browser, "/sign-in/passkey")), more);
    }

    static Page secondStep(Browser browser, SoftwarePasskey passkey, String... more) {
        return send(browser, "/second-step", passkey.signed(options(browser, "/second-step/passkey")), more);
    }

    static Page send(Browser browser, String path, Map<String, String> answer, String... more) {
        List<String> fields = new ArrayList<>(List.of(more));
        answer.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return browser.post(path, fields.toArray(String[]::new));
    }

    List<MyFactor> factors(String login) {
        return queries.query(new FindMyFactors(state(login).id()), ResponseTypes.multipleInstancesOf(MyFactor.class))
                .join();
    }
}
