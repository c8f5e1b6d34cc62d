package org.acides.hiboo.identity.upstream.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.signin.Browser;
import org.acides.hiboo.identity.signin.Browser.Page;
import org.acides.hiboo.identity.upstream.Issuers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A member who is linked to an identity at a provider that does what a test wants. */
abstract class ElsewhereLife extends UpstreamLife {

    Elsewhere elsewhere;
    UpstreamId upstream;
    Member ada;
    Browser browser;

    @BeforeEach
    void somebodyIsLinked() {
        elsewhere = new Elsewhere();
        upstream = open(elsewhere.issuer(), "Elsewhere", Elsewhere.CLIENT, Elsewhere.SECRET, false);
        ada = member();
        linked(ada, upstream, "somebody");
        browser = browser();
    }

    @AfterEach
    void closed() {
        elsewhere.close();
    }

    Map<String, String> begun(String... more) {
        Map<String, String> asked = asked(begin(browser, upstream, more));
        elsewhere.expect(asked.get("nonce"));
        return asked;
    }

    /** Comes back with these parameters, beside the state and issuer that belong there. */
    Page back(Map<String, String> asked, String... changes) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("state", asked.get("state"));
        answer.put("iss", elsewhere.issuer().toString());
        answer.put("code", "a-code");
        for (int i = 0; i < changes.length; i += 2)
            if (changes[i].startsWith("-")) answer.remove(changes[i].substring(1));
            else answer.put(changes[i], changes[i + 1]);
        StringBuilder query = new StringBuilder();
        answer.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return browser.open(Issuers.callback(elsewhere.issuer()) + query);
    }

    void refused(Page page, String why, int status, String words) {
        told(page, why);
        assertThat(browser.signedIn()).isFalse();
        Page said = browser.open(page.location());
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.text()).contains(words).doesNotContain("a-code", ada.login());
    }
}
