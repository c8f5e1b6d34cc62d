package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GrantsTest extends OidcLife {

    @Autowired
    Grants grants;

    @Autowired
    Spent spent;

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
    void ofTenWhoRedeemOneCodeOneWins() throws Exception {
        Application app = application();
        String code = code(app, enter(app));
        List<Application.Answer> answers = tenAtOnce(() -> app.redeem(code));
        assertThat(won(answers)).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200).map(Application.Answer::error))
                .containsOnly("invalid_grant");
    }

    @Test
    void aCodeUsedTwiceTakesBackWhatItGave() {
        Application app = application();
        String code = code(app, enter(app));
        Application.Answer first = app.redeem(code);
        assertThat(first.status()).isEqualTo(200);
        assertThat(app.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(app.userinfo(first.text("access_token")).status()).isEqualTo(401);
        assertThat(app.refresh(first.text("refresh_token")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void anExpiredCodeGivesNothing() {
        Application app = application();
        String code = code(app, enter(app));
        jdbc.sql("UPDATE identity.oidc_grant SET code_ends_at = now() - interval '1 second' WHERE service_id = ?")
                .param(app.service().value())
                .update();
        assertThat(app.redeem(code).error()).isEqualTo("invalid_grant");
    }

    @Test
    void aWrongVerifierOrAddressGivesNothingAndTheRightOneStillDoes() {
        Application app = application();
        String code = code(app, enter(app));
        assertThat(app.redeem(code, Application.VERIFIER + "x").error()).isEqualTo("invalid_grant");
        Map<String, String> elsewhere = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Application.REDIRECT + "/",
                "code_verifier",
                Application.VERIFIER);
        assertThat(app.post("/oauth2/token", elsewhere).error()).isEqualTo("invalid_grant");
        assertThat(app.redeem(code).status()).isEqualTo(200);
    }

    @Test
    void anothersCodeIsOverOnceItWasTried() {
        Application app = application();
        String code = code(app, enter(app));
        assertThat(application().redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(app.redeem(code).error()).isEqualTo("invalid_grant");
    }

    @Test
    void aClientRevokesItsRefreshTokenWithItsFamilyAndAnAccessTokenAlone() {
        Application app = application();
        Application.Answer first = signIn(app, enter(app));
        Application.Answer second = app.refresh(first.text("refresh_token"));
        for (String access : List.of(first.text("access_token"), second.text("access_token"))) {
            assertThat(app.introspect(access).body().get("active").asBoolean()).isTrue();
            assertThat(app.revoke(access)).isEqualTo(200);
            assertThat(app.introspect(access).body().get("active").asBoolean()).isFalse();
            assertThat(app.userinfo(access).status()).isEqualTo(401);
        }
        Application.Answer third = app.refresh(second.text("refresh_token"));
        assertThat(third.status()).isEqualTo(200);
        assertThat(app.revoke(third.text("refresh_token"))).isEqualTo(200);
        assertThat(app.refresh(third.text("refresh_token")).error()).isEqualTo("invalid_grant");
        assertThat(app.introspect(third.text("access_token"))
                        .body()
                        .get("active")
                        .asBoolean())
                .isFalse();
        assertThat(app.revoke("unknown")).isEqualTo(200);
    }

    @Test
    void introspectionTellsTheOwnerOfItsTokens() {
        Application app = application();
        Application.Answer answer = signIn(app, enter(app));
        var access = app.introspect(answer.text("access_token")).body();
        assertThat(access.get("sub")).isEqualTo(claims(answer.text("id_token")).get("sub"));
        assertThat(access.get("client_id").asString()).isEqualTo(app.clientId());
        assertThat(access.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(access.get("scope").asString()).contains("openid");
        var refresh = app.introspect(answer.text("refresh_token")).body();
        assertThat(refresh.get("active").asBoolean()).isTrue();
        assertThat(refresh.get("sub")).isEqualTo(access.get("sub"));
    }

    @Test
    void whatIsOverIsSweptAwayAndWhatIsNotStays() {
        Application app = application();
        Application.Answer kept = signIn(app, enter(app));
        code(app, enter(app));
        jdbc.sql("UPDATE identity.oidc_grant SET code_ends_at = now() - interval '1 minute' WHERE service_id = ?")
                .param(app.service().value())
                .update();
        grants.purge();
        spent.purge();
        assertThat(rows("oidc_grant", app.service().value())).isEqualTo(1);
        assertThat(app.refresh(kept.text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void eachStepCostsFewStatements() {
        Application app = application();
        Entry entry = enter(app);
        String code = code(app, entry);
        Application.Answer first = counting(3, () -> app.redeem(code), "client", "code", "redemption");
        Application.Answer next = counting(3, () -> app.refresh(first.text("refresh_token")), "", "", "");
        counting(1, app::clientCredentials, "client");
        counting(1, () -> app.userinfo(next.text("access_token")), "grant");
        counting(2, () -> app.introspect(next.text("access_token")), "client", "grant");
    }

    private static Application.Answer counting(int most, Callable<Application.Answer> step, String... what) {
        try {
            CountedStatements.SENT.clear();
            Application.Answer answer = step.call();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(CountedStatements.SENT).hasSizeLessThanOrEqualTo(most).hasSize(what.length);
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
