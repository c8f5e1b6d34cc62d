package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Refresh tokens rotate, and a family ends with a theft or its time. */
class RefreshTest extends OidcLife {

    private static List<Application.Answer> tenAtOnce(Callable<Application.Answer> one) throws Exception {
        try (var threads = Executors.newFixedThreadPool(10)) {
            var all = threads.invokeAll(Stream.generate(() -> one).limit(10).toList());
            return all.stream().map(java.util.concurrent.Future::resultNow).toList();
        }
    }

    private static long won(List<Application.Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 200).count();
    }

    @Test
    void refreshingGivesNewTokensAndNoNonce() {
        Application app = application();
        Application.Answer first = signIn(app, enter(app));
        Application.Answer second = app.refresh(first.text("refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(claims(second.text("id_token")).has("nonce")).isFalse();
        assertThat(claims(second.text("id_token")).get("sub"))
                .isEqualTo(claims(first.text("id_token")).get("sub"));
        assertThat(app.userinfo(second.text("access_token")).status()).isEqualTo(200);
        assertThat(app.userinfo(first.text("access_token")).status())
                .as("an older one is good until it expires")
                .isEqualTo(200);
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsFamily() {
        Application app = application();
        Application.Answer first = signIn(app, enter(app));
        Application.Answer second = app.refresh(first.text("refresh_token"));
        Application.Answer third = app.refresh(second.text("refresh_token"));
        assertThat(app.refresh(first.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(app.refresh(third.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(app.userinfo(third.text("access_token")).status()).isEqualTo(401);
    }

    @Test
    void ofTenWhoRefreshWithOneTokenOneWinsAndTheFamilyIsOver() throws Exception {
        Application app = application();
        String token = signIn(app, enter(app)).text("refresh_token");
        List<Application.Answer> answers = tenAtOnce(() -> app.refresh(token));
        assertThat(won(answers)).isLessThanOrEqualTo(1);
        assertThat(rows("oidc_grant", app.service().value())).isZero();
    }

    @Test
    void aTokenThatNobodyGaveOutEndsNothing() {
        Application app = application();
        String token = signIn(app, enter(app)).text("refresh_token");
        char last = token.charAt(74);
        String forged = token.substring(0, 40) + (token.charAt(40) == 'A' ? 'B' : 'A') + token.substring(41);
        for (String wrong : List.of(forged, token.substring(0, 74), token.substring(0, 74) + (char) (last ^ 1), "x"))
            assertThat(app.refresh(wrong).error()).isEqualTo("invalid_grant");
        assertThat(app.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void anothersRefreshTokenIsRefusedAndStays() {
        Application app = application();
        String token = signIn(app, enter(app)).text("refresh_token");
        Application other = application();
        assertThat(other.refresh(token).error()).isEqualTo("invalid_grant");
        assertThat(other.introspect(token).body().get("active").asBoolean()).isFalse();
        assertThat(other.revoke(token)).isIn(400, 401);
        assertThat(app.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void aRefreshTokenNeverOutlivesItsFamily() {
        Application app = application();
        Entry entry = enter(app);
        String token = signIn(app, entry).text("refresh_token");
        jdbc.sql("UPDATE identity.oidc_grant SET ends_at = ends_at - interval '180 days' + interval '1 hour'"
                        + " WHERE service_id = ?")
                .param(app.service().value())
                .update();
        Application.Answer second = app.refresh(token);
        long left =
                app.introspect(second.text("refresh_token")).body().get("exp").asLong()
                        - claims(second.text("access_token")).get("iat").asLong();
        assertThat(left).isBetween(3500L, 3600L);
        jdbc.sql("UPDATE identity.oidc_grant SET refresh_ends_at = now() WHERE service_id = ?")
                .param(app.service().value())
                .update();
        assertThat(app.refresh(second.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void fewerScopesMayBeRefreshedAndMoreMayNot() {
        Application app = application();
        String token = signIn(app, enter(app)).text("refresh_token");
        Application.Answer fewer = app.post(
                "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "openid"));
        assertThat(app.userinfo(fewer.text("access_token")).body().has("email")).isFalse();
        Map<String, String> more = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                fewer.text("refresh_token"),
                "scope",
                "openid offline_access");
        assertThat(app.post("/oauth2/token", more).error()).isEqualTo("invalid_scope");
        assertThat(app.refresh(fewer.text("refresh_token")).text("scope").split(" "))
                .hasSize(3);
    }
}
