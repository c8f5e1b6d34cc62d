package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.acides.hiboo.infrastructure.signing.SigningKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** RP-Initiated Logout 1.0. */
class LogoutTest extends OpenIdConnectLife {

    @Autowired
    private SigningKeys keys;

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
        assertThat(page.body()).contains("Signed out", "href=\"/sign-in\"");
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

    /** Else whoever found one of their ID tokens once could sign them out for ever. */
    @Test
    void theIdTokenOfAnotherSessionOfTheirsAsksFirst() {
        Browser elsewhere = signedIn(account);
        assertThat(elsewhere
                        .get(leave("id_token_hint", idToken, "post_logout_redirect_uri", Application.LEFT))
                        .body())
                .contains("Sign out of Hiboo?");
        assertThat(sessions.find(elsewhere.session().cookie())).isPresent();
        assertThat(signedIn()).isTrue();
        elsewhere.submit("/connect/logout/confirm", Map.of("id_token_hint", idToken));
        assertThat(sessions.find(elsewhere.session().cookie())).isEmpty();
        assertThat(signedIn()).as("the other session goes on").isTrue();
    }

    @Test
    void anExpiredIdTokenServesToo() throws Exception {
        Map<String, Object> past = Map.of("iat", 1_767_225_600L, "exp", 1_767_312_000L);
        assertThat(ada.follow(leave("id_token_hint", rewritten(past), "post_logout_redirect_uri", Application.LEFT))
                        .address())
                .isEqualTo(Application.LEFT);
        assertThat(signedIn()).isFalse();
    }

    @Test
    void anIdTokenOfAnotherIssuerProvesNothing() throws Exception {
        assertThat(ada.get(leave("id_token_hint", rewritten(Map.of("iss", "https://other.example"))))
                        .body())
                .contains("Sign out of Hiboo?");
        assertThat(signedIn()).isTrue();
    }

    /** The ID token with other claims, signed with our own key. */
    private String rewritten(Map<String, Object> changes) throws Exception {
        SignedJWT token = SignedJWT.parse(idToken);
        Map<String, Object> all = new HashMap<>(token.getPayload().toJSONObject());
        all.putAll(changes);
        SignedJWT other = new SignedJWT(token.getHeader(), JWTClaimsSet.parse(all));
        other.sign(new ECDSASigner(keys.current(JWSAlgorithm.ES256).toECKey()));
        return other.serialize();
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
