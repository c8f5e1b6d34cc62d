package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.UnblockAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What ends a sign-in ends it at the very next request, wherever that comes: at the door, at userinfo, at a refresh. */
class AtOnceTest extends OpenIdConnectLife {

    private ProfileId profile;
    private JsonNode tokens;

    @BeforeEach
    void adaEnteredForLong() {
        profile = usual();
        tokens = app.tokens(
                ada.follow(app.address("scope", "openid email offline_access")).get("code"));
        assertThat(userinfo().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> userinfo() {
        return Browser.send(HttpRequest.newBuilder(ISSUER.resolve("/userinfo"))
                .header("Authorization", "Bearer " + tokens.get("access_token").asString())
                .build());
    }

    private HttpResponse<String> refresh() {
        return app.post(
                "/oauth2/token",
                Browser.form(Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.get("refresh_token").asString())));
    }

    private void over() {
        HttpResponse<String> userinfo = userinfo();
        assertThat(userinfo.statusCode()).isEqualTo(401);
        assertThat(userinfo.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
        HttpResponse<String> refresh = refresh();
        assertThat(refresh.statusCode()).isEqualTo(400);
        assertThat(Application.error(refresh)).isEqualTo("invalid_grant");
        JsonNode told = Application.json(app.post(
                "/oauth2/introspect",
                "token=" + Browser.encode(tokens.get("access_token").asString())));
        assertThat(told.get("active").asBoolean()).isFalse();
    }

    @Test
    void aBlockedAccountIsOutAndNotBackInWhenUnblocked() {
        String waiting = ada.follow(app.address()).get("code");

        commands.send(new BlockAccount(account, "spam"), ADMIN);

        over();
        assertThat(Application.error(app.redeem(waiting))).isEqualTo("invalid_grant");
        assertThat(ada.follow(app.address()).address()).startsWith("/sign-in?");
        assertThat(ada.follow(app.address("prompt", "none")).fields()).containsEntry("error", "login_required");
        commands.send(new UnblockAccount(account), ADMIN);
        over();
        assertThat(ada.follow(app.address()).address()).startsWith("/sign-in?");
    }

    @Test
    void aResetPasswordPutsEverybodyOut() {
        registration.resetPassword(account, "herons stand on one leg");

        over();
        assertThat(ada.follow(app.address()).address()).startsWith("/sign-in?");
    }

    @Test
    void aDeletedProfileIsOut() {
        String waiting = ada.follow(app.address()).get("code");

        delete(account, profile);

        over();
        assertThat(Application.error(app.redeem(waiting))).isEqualTo("invalid_grant");
        assertThat(ada.follow(app.address()).address()).startsWith("/picker?");
    }

    @Test
    void aClosedServiceLetsNobodyInAndTakesNobodysCode() {
        String waiting = ada.follow(app.address()).get("code");

        close(app.service());

        assertThat(ada.follow(app.address()).address()).startsWith("/picker?");
        assertThat(ada.follow(app.address("prompt", "none")).fields()).containsEntry("error", "interaction_required");
        assertThat(Application.error(app.redeem(waiting))).isEqualTo("unauthorized_client");
        assertThat(Application.error(refresh())).isEqualTo("unauthorized_client");
    }

    @Test
    void aRetiredServiceIsUnknown() {
        catalogue.publish(new ServiceRetired(new ServiceId(app.service().value()), Instant.EPOCH));

        assertThat(ada.get(app.address()).statusCode()).isEqualTo(400);
        assertThat(userinfo().statusCode()).isEqualTo(401);
        assertThat(Application.error(refresh())).isEqualTo("invalid_client");
    }

    @Test
    void whoeverSignsOutKeepsOfflineAccessAndNothingElse() {
        JsonNode plain = app.tokens(ada.follow(app.address()).get("code"));

        sessions.end(account, ada.session().id());

        assertThat(Application.error(app.post(
                        "/oauth2/token",
                        Browser.form(Map.of(
                                "grant_type",
                                "refresh_token",
                                "refresh_token",
                                plain.get("refresh_token").asString())))))
                .isEqualTo("invalid_grant");
        assertThat(refresh().statusCode()).isEqualTo(200);
    }
}
