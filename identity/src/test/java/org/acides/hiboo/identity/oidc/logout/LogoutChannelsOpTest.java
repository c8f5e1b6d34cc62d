package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Both channels with RP-initiated logout; their discovery modules are in {@code ConfigOpTest}. */
class LogoutChannelsOpTest extends LogoutProfile {

    @Test
    @DisplayName("oidcc-backchannel-rp-initiated-logout")
    void theApplicationIsCalledAndThePersonLedBack() throws Exception {
        try (Listener listener = new Listener()) {
            Application wiki = told(listener.address(), null);
            Known known = enter(ada, wiki);
            HttpResponse<String> page = endSession(
                    "id_token_hint", known.idToken(), "post_logout_redirect_uri", Application.LEFT, "state", STATE);
            assertThat(Browser.arrival(page).address()).isEqualTo(back(STATE));
            await().untilAsserted(() -> assertThat(listener.heard()).hasSize(1));
            assertThat(listener.oddities()).isEmpty();
            SignedJWT token = listener.heard().getFirst();
            assertThat(claim(token, "sub")).isEqualTo(known.subject());
            assertThat(claim(token, "sid")).isEqualTo(known.session());
            assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(wiki.id());
            assertThat(token.getJWTClaimsSet().getClaim("nonce")).isNull();
            assertThat(token.getJWTClaimsSet().getJSONObjectClaim("events"))
                    .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
            signedOut(wiki);
        }
    }

    @Test
    @DisplayName("oidcc-frontchannel-rp-initiated-logout")
    void theBrowserLoadsTheApplicationsFrameAndIsLedBack() {
        URI frame = URI.create("https://app.example/frontchannel_logout");
        Application wiki = told(null, new LogoutAddress(frame, true));
        Known known = enter(ada, wiki);
        HttpResponse<String> page = endSession(
                "id_token_hint", known.idToken(), "post_logout_redirect_uri", Application.LEFT, "state", STATE);
        String body = page.body().replace("&amp;", "&");
        Matcher loaded = Pattern.compile("<iframe src=\"([^\"]*)\"").matcher(body);
        assertThat(loaded.find()).isTrue();
        Map<String, String> sent = Browser.arrival(loaded.group(1)).fields();
        assertThat(sent)
                .containsOnlyKeys("iss", "sid")
                .containsEntry("iss", ISSUER.toString())
                .containsEntry("sid", known.session());
        assertThat(body).contains("url=" + back(STATE));
        signedOut(wiki);
    }
}
