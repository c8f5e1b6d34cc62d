package org.acides.hiboo.identity.oidc.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.acides.hiboo.identity.oidc.authorization.OpenIdConnectLife;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Devices that enter once their code is confirmed in a browser (RFC 8628). */
class DeviceTest extends OpenIdConnectLife {

    private JsonNode begun(String scope) {
        HttpResponse<String> answer = app.post("/oauth2/device_authorization", Browser.form(Map.of("scope", scope)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Application.json(answer);
    }

    private static String code(JsonNode begun) {
        return begun.get("user_code").asString();
    }

    private HttpResponse<String> poll(JsonNode begun) {
        return poll(app, begun);
    }

    private static HttpResponse<String> poll(Application who, JsonNode begun) {
        return who.post(
                "/oauth2/token",
                Browser.form(Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        begun.get("device_code").asString())));
    }

    /** As if the device had waited. */
    private void later() {
        jdbc.sql("UPDATE identity.oidc_device SET polled_at = polled_at - interval '1 minute' WHERE service_id = ?")
                .param(app.service().value())
                .update();
    }

    private String picked(String code, ProfileId profile) {
        Arrival confirmed =
                Browser.arrival(ada.submit("/device/confirm", Map.of("user_code", code, "decision", "mine")));
        Arrival picker = ada.follow(confirmed.address());
        assertThat(picker.address()).startsWith("/picker?");
        Arrival entering = Browser.arrival(ada.submit(
                "/picker",
                Map.of(
                        "service",
                        picker.get("service"),
                        "continue",
                        picker.get("continue"),
                        "profile",
                        profile.toString())));
        assertThat(ada.get(entering.address()).body())
                .contains(code, profiles.find(profile).orElseThrow().username())
                .doesNotContain("??", "<script");
        return entering.get("picked");
    }

    private HttpResponse<String> answer(String code, String picked, String decision) {
        return ada.submit("/device/enter", Map.of("user_code", code, "picked", picked, "decision", decision));
    }

    private void allow(JsonNode begun, ProfileId profile) {
        HttpResponse<String> done = answer(code(begun), picked(code(begun), profile), "allow");
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("Go back to the device");
    }

    @Test
    void whoConfirmsTheCodeLetsTheDeviceIn() {
        ProfileId profile = create(account, app.service(), name());
        JsonNode begun = begun("openid profile email offline_access");
        assertThat(code(begun)).matches("[B-Z]{4}-[B-Z]{4}");
        assertThat(begun.get("verification_uri").asString()).isEqualTo(ISSUER + "/device");
        assertThat(begun.get("verification_uri_complete").asString())
                .isEqualTo(ISSUER + "/device?user_code=" + code(begun));
        assertThat(begun.get("expires_in").asInt()).isBetween(590, 600);
        assertThat(Application.error(poll(begun))).isEqualTo("authorization_pending");

        assertThat(ada.submit("/device", Map.of("user_code", code(begun).toLowerCase()))
                        .body())
                .contains("Mastodon", code(begun), "Did somebody send you this code")
                .doesNotContain("??", "<script");
        allow(begun, profile);

        HttpResponse<String> tokens = poll(begun);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        assertThat(Application.json(tokens).has("refresh_token")).isTrue();
        assertThat(Application.claims(Application.json(tokens))
                        .get("preferred_username")
                        .asString())
                .isEqualTo(profiles.find(profile).orElseThrow().username());
        assertThat(Application.error(poll(begun))).isEqualTo("invalid_grant");
    }

    @Test
    void aPublicClientMayAskToo() {
        app = application(true, "none");
        ProfileId profile = create(account, app.service(), name());
        JsonNode begun = begun("openid");
        allow(begun, profile);
        assertThat(poll(begun).statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsAskedOfSomebodyWhoIsNotSignedInAndTheCodeIsKept() {
        JsonNode begun = begun("openid");
        assertThat(stranger().follow("/device?user_code=" + code(begun)).get("continue"))
                .isEqualTo("/device?user_code=" + code(begun));
        assertThat(ada.get("/device?user_code=" + code(begun)).body()).contains("value=\"" + code(begun) + "\"");
    }

    @Test
    void whoRefusesKeepsTheDeviceOut() {
        JsonNode foreign = begun("openid");
        assertThat(ada.submit("/device/confirm", Map.of("user_code", code(foreign), "decision", "foreign"))
                        .body())
                .contains("The device was refused");
        assertThat(Application.error(poll(foreign))).isEqualTo("access_denied");

        JsonNode declined = begun("openid");
        answer(code(declined), picked(code(declined), usual()), "deny");
        assertThat(Application.error(poll(declined))).isEqualTo("access_denied");
        assertThat(ada.submit("/device", Map.of("user_code", code(declined))).statusCode())
                .as("nobody changes their mind")
                .isEqualTo(422);
    }

    @Test
    void aDeviceThatDoesNotWaitWaitsLonger() {
        JsonNode begun = begun("openid");
        assertThat(Application.error(poll(begun))).isEqualTo("authorization_pending");
        for (int i = 0; i < 3; i++) assertThat(Application.error(poll(begun))).isEqualTo("slow_down");
        assertThat(jdbc.sql("SELECT wait FROM identity.oidc_device WHERE service_id = ?")
                        .param(app.service().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
        later();
        assertThat(Application.error(poll(begun))).isEqualTo("authorization_pending");
    }

    @Test
    void aCodeIsOverAfterTenMinutes() {
        JsonNode begun = begun("openid");
        jdbc.sql("UPDATE identity.oidc_device SET ends_at = now() - interval '1 second' WHERE service_id = ?")
                .param(app.service().value())
                .update();
        assertThat(ada.submit("/device", Map.of("user_code", code(begun))).statusCode())
                .isEqualTo(422);
        assertThat(Application.error(poll(begun))).isEqualTo("expired_token");
    }

    @Test
    void noClientUsesAnothersCodeNorOneKindOfCodeAsTheOther() {
        JsonNode begun = begun("openid");
        Application other = application(true, "client_secret_basic");
        assertThat(Application.error(poll(other, begun))).isEqualTo("invalid_grant");
        allow(begun, create(account, app.service(), name()));
        assertThat(Application.error(poll(other, begun))).isEqualTo("invalid_grant");

        usual();
        String code = ada.follow(app.address()).get("code");
        HttpResponse<String> asDevice = app.post(
                "/oauth2/token",
                Browser.form(
                        Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", code)));
        assertThat(Application.error(asDevice)).isEqualTo("invalid_grant");
        assertThat(app.tokens(code).has("access_token")).isTrue();
    }

    @Test
    void ofTenWhoPollAtOnceOneGetsTheTokens() throws Exception {
        JsonNode begun = begun("openid");
        allow(begun, create(account, app.service(), name()));
        try (var threads = Executors.newFixedThreadPool(10)) {
            Callable<Integer> call = () -> poll(begun).statusCode();
            List<Integer> statuses = threads.invokeAll(Collections.nCopies(10, call)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses.subList(1, 10)).containsOnly(400);
        }
    }

    @Test
    void whoTriesCodesIsSlowed() {
        for (int i = 0; i < 5; i++)
            assertThat(ada.submit("/device", Map.of("user_code", "BBBB-BBBB")).body())
                    .contains("No device waits");
        ada.submit("/device", Map.of("user_code", "BBBB-BBBB"));
        assertThat(ada.submit("/device", Map.of("user_code", code(begun("openid"))))
                        .body())
                .contains("Too many wrong tries");
    }

    @Test
    void aPickOfAnotherServiceOrSessionLetsNobodyIn() {
        JsonNode begun = begun("openid");
        String token = picked(code(begun), usual());
        Browser again = signedIn(account);
        assertThat(Browser.arrival(again.submit(
                                "/device/enter",
                                Map.of("user_code", code(begun), "picked", token, "decision", "allow")))
                        .address())
                .startsWith("/device/enter?user_code=");
        assertThat(Application.error(poll(begun))).isEqualTo("authorization_pending");
    }

    @Test
    void nothingIsKeptBesideTheProfileThatEntered() {
        JsonNode begun = begun("openid");
        assertThat(jdbc.sql("SELECT to_jsonb(d)::text FROM identity.oidc_device d WHERE service_id = ?")
                        .param(app.service().value())
                        .query(String.class)
                        .single())
                .doesNotContain(code(begun), begun.get("device_code").asString());
        allow(begun, usual());
        assertThat(jdbc.sql("SELECT count(*) FROM identity.oidc_device WHERE service_id = ?")
                        .param(app.service().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aClientWithoutTheGrantGetsNoCode() {
        Application without = withGrants("authorization_code");
        HttpResponse<String> answer = without.post("/oauth2/device_authorization", "scope=openid");
        assertThat(Application.error(answer)).isEqualTo("unauthorized_client");
        assertThat(Application.error(app.post("/oauth2/device_authorization", "scope=phone")))
                .isEqualTo("invalid_scope");
    }
}
