package org.acides.hiboo.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.signing.HeldCertificate;
import org.springframework.beans.factory.annotation.Autowired;

/** Members whose browser shows a certificate. */
abstract class CertificateLife extends PasskeyLife {

    @Autowired
    Commands commands;

    /** @param browser where its owner enrolled it, and is signed in */
    record Owner(String login, HeldCertificate held, Browser browser) {}

    Owner owner() {
        String login = member();
        HeldCertificate held = HeldCertificate.named("Ada " + login);
        Browser browser = browser().showing(held.asByteSequence());
        browser.signIn(login, PASSWORD);
        assertThat(add(browser, "card").status()).isEqualTo(303);
        return new Owner(login, held, browser);
    }

    Page add(Browser browser, String name) {
        return browser.post(CertificatePage.PATH, "name", name);
    }

    Page use(Browser browser, String... more) {
        String[] fields = java.util.Arrays.copyOf(more, more.length + 2);
        fields[more.length] = "certificate";
        fields[more.length + 1] = "shown";
        return browser.post("/second-step", fields);
    }

    /** Somebody who knows the password, and whose browser shows that. */
    Browser knowing(String login, String header) {
        Browser browser = browser().showing(header);
        assertThat(browser.signIn(login, PASSWORD).location()).startsWith("/second-step");
        return browser;
    }

    /** A browser that reaches Hiboo past the proxy. */
    Browser besideTheProxy() {
        try {
            return new Browser(at(""), InetAddress.getByName("127.0.0.2"));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    SignedIn who(Browser browser) {
        return sessions.find(browser.cookie("hiboo")).orElseThrow();
    }
}
