package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RP-Initiated Logout 1.0. */
class LogoutTest extends OpenIdConnectLife {

    private String idToken;

    @BeforeEach
    void adaEnteredAnApplication() {
        usual();
        idToken = app.tokens(ada.follow(app.address()).fields().get("code"))
                .get("id_token")
                .asString();
    }

    private String leave(String... fields) {
        StringBuilder path = new StringBuilder("/connect/logout?x=1");
        for (int i = 0; i < fields.length; i += 2)
            path.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return path.toString();
    }

    private boolean signedIn() {
        return sessions.find(ada.session().cookie()).isPresent();
    }

    @Test
    void anIdTokenOfTheirsSignsThemOutAtOnceAndLeadsBack() {
        var back = ada.follow(
                leave("id_token_hint", idToken, "post_logout_redirect_uri", Application.LEFT, "state", "gone & away"));
        assertThat(back.address()).isEqualTo(Application.LEFT + "?state=gone+%26+away");
        assertThat(signedIn()).isFalse();
    }

    @Test
    void whoIsNotSignedInIsLedBackAllTheSame() {
        assertThat(stranger()
                        .follow(leave("client_id", app.id(), "post_logout_redirect_uri", Application.LEFT))
                        .address())
                .isEqualTo(Application.LEFT);
        HttpResponse<String> page = stranger().get(leave());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Signed out");
    }

    @Test
    void withoutAnIdTokenThePersonIsAsked() {
        HttpResponse<String> page =
                ada.get(leave("client_id", app.id(), "post_logout_redirect_uri", Application.LEFT, "state", "s"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Sign out of Hiboo?", "Mastodon asks").doesNotContain("??");
        assertThat(signedIn()).isTrue();
        var back = Browser.arrival(ada.submit(
                "/connect/logout/confirm",
                Map.of("client_id", app.id(), "post_logout_redirect_uri", Application.LEFT, "state", "s")));
        assertThat(back.address()).isEqualTo(Application.LEFT + "?state=s");
        assertThat(signedIn()).isFalse();
    }

    @Test
    void theIdTokenOfSomebodyElseSignsNobodyOut() {
        Browser bob = signedIn(register());
        assertThat(bob.get(leave("id_token_hint", idToken)).body()).contains("Sign out of Hiboo?");
        assertThat(sessions.find(bob.session().cookie())).isPresent();
    }

    @Test
    void nobodyIsLedWhereNoClientRegistered() {
        for (String[] fields : new String[][] {
            {"id_token_hint", idToken, "post_logout_redirect_uri", "https://evil.example/"},
            {"id_token_hint", idToken, "post_logout_redirect_uri", Application.LEFT + "/"},
            {"post_logout_redirect_uri", Application.LEFT},
            {"id_token_hint", "a.b.c", "post_logout_redirect_uri", Application.LEFT},
            {"id_token_hint", idToken, "client_id", application(true, "none").id()},
            {"client_id", app.id(), "client_id", app.id()},
            {"id_token_hint", idToken, "logout_hint", "x".repeat(7000)}
        }) {
            HttpResponse<String> page = ada.get(leave(fields));
            assertThat(page.statusCode()).isEqualTo(400);
            assertThat(page.body()).contains("You were not signed out");
        }
        assertThat(signedIn()).isTrue();
    }

    @Test
    void aFormFromAnotherSiteIsAskedAgainWithTheCookie() {
        var again = Browser.arrival(stranger().submit("/connect/logout", Map.of("id_token_hint", idToken)));
        assertThat(again.address()).isEqualTo("/connect/logout?id_token_hint=" + idToken);
        ada.get(again.address());
        assertThat(signedIn()).isFalse();
    }
}
