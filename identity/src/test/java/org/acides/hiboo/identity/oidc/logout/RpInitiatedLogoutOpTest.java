package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.util.Map;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RP-Initiated Logout OP (oidcc-rp-initiated-logout-certification-test-plan)")
class RpInitiatedLogoutOpTest extends LogoutProfile {

    private Application wiki;
    private String idToken;

    @BeforeEach
    void adaEntered() {
        wiki = told(null, null);
        idToken = enter(ada, wiki).idToken();
    }

    private static void leadsNowhere(HttpResponse<String> page) {
        assertThat(page.statusCode()).isIn(200, 400);
        assertThat(page.headers().firstValue("Location")).isEmpty();
    }

    /** Asked, the person says yes. */
    private void asksAndSignsOut(HttpResponse<String> page, Map<String, String> fields) {
        leadsNowhere(page);
        assertThat(page.body()).contains("Sign out of Hiboo?");
        stillSignedIn(wiki);
        assertThat(ada.submit("/connect/logout/confirm", fields).body()).contains("Signed out");
        signedOut(wiki);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout")
    void whoeverLeavesIsLedBackWithTheirState() {
        HttpResponse<String> page =
                endSession("id_token_hint", idToken, "post_logout_redirect_uri", Application.LEFT, "state", STATE);
        assertThat(Browser.arrival(page).address()).isEqualTo(back(STATE));
        assertThat(Browser.arrival(page).fields()).containsOnlyKeys("state").containsEntry("state", STATE);
        signedOut(wiki);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-state")
    void stateIsTheApplicationsChoice() {
        HttpResponse<String> page = endSession("id_token_hint", idToken, "post_logout_redirect_uri", Application.LEFT);
        assertThat(Browser.arrival(page).address()).isEqualTo(Application.LEFT);
        signedOut(wiki);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri")
    void anAddressThatNobodyRegisteredIsNotGoneTo() {
        leadsNowhere(endSession(
                "id_token_hint", idToken, "post_logout_redirect_uri", "https://app.example/invalid", "state", STATE));
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri")
    void anAddedQueryIsAnotherAddress() {
        leadsNowhere(endSession(
                "id_token_hint", idToken, "post_logout_redirect_uri", Application.LEFT + "?foo=bar", "state", STATE));
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-modified-id-token-hint")
    void aBrokenSignatureProvesNothing() {
        int middle = idToken.lastIndexOf('.') + 20;
        String modified = idToken.substring(0, middle)
                + (idToken.charAt(middle) == 'A' ? 'B' : 'A')
                + idToken.substring(middle + 1);
        leadsNowhere(
                endSession("id_token_hint", modified, "post_logout_redirect_uri", Application.LEFT, "state", STATE));
        stillSignedIn(wiki);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-bad-id-token-hint")
    void aTokenOfTheApplicationsOwnMakingProvesNothing() throws Exception {
        SignedJWT fake = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256), SignedJWT.parse(idToken).getJWTClaimsSet());
        fake.sign(new MACSigner(wiki.secret()));
        leadsNowhere(endSession(
                "id_token_hint", fake.serialize(), "post_logout_redirect_uri", Application.LEFT, "state", STATE));
        stillSignedIn(wiki);
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-id-token-hint")
    void anAddressOfNobodysIsNotGoneTo() {
        leadsNowhere(endSession("post_logout_redirect_uri", Application.LEFT, "state", STATE));
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-params")
    void withoutAWordThePersonIsAsked() {
        asksAndSignsOut(endSession(), Map.of());
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-only-state")
    void aStateAloneAsksToo() {
        asksAndSignsOut(endSession("state", STATE), Map.of("state", STATE));
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-post-logout-redirect-uri")
    void withoutAnAddressThePersonStays() {
        HttpResponse<String> page = endSession("id_token_hint", idToken, "state", STATE);
        leadsNowhere(page);
        assertThat(page.body()).contains("Signed out");
        signedOut(wiki);
    }
}
