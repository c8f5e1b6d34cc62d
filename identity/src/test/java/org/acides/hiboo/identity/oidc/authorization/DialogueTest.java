package org.acides.hiboo.identity.oidc.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.oidc.authorization.Browser.Arrival;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who signs in, as which profile, and when nobody is asked. */
class DialogueTest extends OpenIdConnectLife {

    private Arrival pick(Arrival atPicker, ProfileId profile) {
        return Browser.arrival(ada.submit(
                "/picker",
                Map.of(
                        "service", app.service().toString(),
                        "continue", atPicker.get("continue"),
                        "profile", profile.toString())));
    }

    /** Time as sessions count it, in seconds, goes on. */
    private void aSecondPasses() {
        long second = clock.instant().getEpochSecond();
        Awaitility.await()
                .atMost(3, TimeUnit.SECONDS)
                .until(() -> clock.instant().getEpochSecond() > second + 1);
    }

    private void provesAgain() {
        sessions.authenticatedAgain(ada.session().id(), List.of("pwd"));
    }

    @Test
    void aMemberEntersAsTheirUsualProfileWithoutBeingAsked() {
        usual();
        Arrival back = ada.follow(app.address());
        assertThat(back.address()).startsWith(Application.REDIRECT + "?code=");
        assertThat(back.fields())
                .containsEntry("state", "a state & more")
                .containsEntry("iss", ISSUER.toString())
                .containsOnlyKeys("code", "state", "iss");
        var claims = Application.claims(app.tokens(back.get("code")));
        assertThat(claims.get("nonce").asString()).isEqualTo("n-0S6");
        assertThat(claims.get("iss").asString()).isEqualTo(ISSUER.toString());
    }

    @Test
    void whoIsNotSignedInSignsInFirstAndComesBackToTheSameRequest() {
        Arrival door = stranger().follow(app.address("login_hint", "ada"));
        assertThat(door.address()).startsWith("/sign-in?");
        assertThat(door.fields()).containsEntry("hint", "ada").doesNotContainKey("again");
        usual();
        assertThat(ada.follow(door.get("continue")).fields()).containsKey("code");
    }

    @Test
    void aMemberWithoutARememberedChoiceAlwaysSeesThePickerEvenWithOneProfile() {
        ProfileId only = create(account, app.service(), name());
        Arrival picker = ada.follow(app.address());
        assertThat(picker.address()).startsWith("/picker?service=" + app.service());
        Arrival again = pick(picker, only);
        assertThat(ada.follow(again.address()).fields()).containsKey("code");
        assertThat(ada.follow(app.address()).address()).startsWith("/picker?");
    }

    @Test
    void whatThePickerHandsOnHoldsForNobodyElseAndIsNotGuessed() {
        ProfileId mine = create(account, app.service(), name());
        Arrival picked = pick(ada.follow(app.address()), mine);
        Browser other = signedIn(register());
        assertThat(other.follow(picked.address()).address()).startsWith("/picker?");
        assertThat(ada.follow(app.address() + "&picked=" + "A".repeat(75)).address())
                .startsWith("/picker?");
    }

    @Test
    void selectAccountShowsThePickerDespiteARememberedChoice() {
        ProfileId usual = usual();
        Arrival picker = ada.follow(app.address("prompt", "select_account"));
        assertThat(picker.address()).startsWith("/picker?");
        assertThat(ada.follow(pick(picker, usual).address()).fields()).containsKey("code");
    }

    @Test
    void promptLoginAsksForProofOnceMoreAndNoLonger() {
        usual();
        Arrival door = ada.follow(app.address("prompt", "login"));
        assertThat(door.address()).startsWith("/sign-in?");
        assertThat(door.fields()).containsEntry("again", "true");
        provesAgain();
        assertThat(ada.follow(door.get("continue")).fields()).containsKey("code");
    }

    @Test
    void whoSignedInOnlyBeforeTheRequestCameHasNotProvedItAgain() {
        usual();
        aSecondPasses();
        Arrival door = ada.follow(app.address("prompt", "login"));
        Arrival stillThere = ada.follow(door.get("continue"));
        assertThat(stillThere.address()).startsWith("/sign-in?");
        assertThat(stillThere.get("continue")).isEqualTo(door.get("continue"));
    }

    @Test
    void theTimeOfArrivalIsNeitherForgedNorCarriedToAnotherRequest() {
        usual();
        Arrival door = ada.follow(app.address("prompt", "login"));
        provesAgain();
        aSecondPasses();
        String arrived = door.get("continue").replaceAll(".*arrived=", "");
        for (String token : List.of(arrived, "A".repeat(54), "x", ""))
            assertThat(ada.follow(app.address("prompt", "login", "state", "other") + "&arrived=" + token)
                            .address())
                    .startsWith("/sign-in?");
    }

    @Test
    void maxAgeAsksWhoeverProvedThemselvesTooLongAgo() {
        usual();
        assertThat(ada.follow(app.address("max_age", "3600")).fields()).containsKey("code");
        aSecondPasses();
        Arrival door = ada.follow(app.address("max_age", "0"));
        assertThat(door.fields()).containsEntry("again", "true");
        provesAgain();
        Arrival back = ada.follow(door.get("continue"));
        assertThat(Application.claims(app.tokens(back.get("code"))).has("auth_time"))
                .isTrue();
    }

    @Test
    void silentlyNobodyIsShownAnything() {
        assertThat(stranger().follow(app.address("prompt", "none")).fields())
                .containsEntry("error", "login_required")
                .containsEntry("state", "a state & more")
                .containsEntry("iss", ISSUER.toString());
        assertThat(ada.follow(app.address("prompt", "none")).fields())
                .containsEntry("error", "account_selection_required");
        usual();
        assertThat(ada.follow(app.address("prompt", "none")).fields()).containsKey("code");
        aSecondPasses();
        assertThat(ada.follow(app.address("prompt", "none", "max_age", "0")).fields())
                .containsEntry("error", "login_required");
        close(app.service());
        assertThat(ada.follow(app.address("prompt", "none")).fields()).containsEntry("error", "interaction_required");
    }

    @Test
    void aClosedServiceIsExplainedByThePicker() {
        usual();
        close(app.service());
        Arrival picker = ada.follow(app.address());
        assertThat(picker.address()).startsWith("/picker?");
        assertThat(ada.get(picker.address()).body()).contains("closed for the moment");
    }

    @Test
    void anIdTokenSaysWhichProfileIsMeant() {
        ProfileId first = create(account, app.service(), name());
        ProfileId second = create(account, app.service(), name());
        Arrival back = ada.follow(pick(ada.follow(app.address()), first).address());
        String hint = app.tokens(back.get("code")).get("id_token").asString();
        assertThat(ada.follow(app.address("prompt", "none", "id_token_hint", hint))
                        .fields())
                .containsKey("code");
        Arrival picker = ada.follow(app.address("id_token_hint", hint));
        assertThat(ada.follow(pick(picker, second).address()).fields()).containsEntry("error", "login_required");
        assertThat(ada.follow(pick(picker, first).address()).fields()).containsKey("code");
        assertThat(signedIn(register())
                        .follow(app.address("prompt", "none", "id_token_hint", hint))
                        .fields())
                .containsEntry("error", "login_required");
        assertThat(ada.follow(app.address("id_token_hint", hint + "x")).fields())
                .containsEntry("error", "invalid_request");
    }

    @Test
    void anEssentialLevelThatNobodyReachesIsRefusedAndAVoluntaryOneIsNot() {
        usual();
        String gold = "urn:mace:incommon:iap:gold";
        assertThat(ada.follow(app.address("acr_values", gold)).fields()).containsKey("code");
        assertThat(ada.follow(app.address("claims", "{\"id_token\":{\"acr\":{\"values\":[\"" + gold + "\"]}}}"))
                        .fields())
                .containsKey("code");
        String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}";
        assertThat(ada.follow(app.address("claims", essential.formatted(gold))).fields())
                .containsEntry("error", "unmet_authentication_requirements");
        assertThat(ada.follow(app.address("claims", essential.formatted("urn:hiboo:acr:password")))
                        .fields())
                .containsKey("code");
    }

    @Test
    void aFormFromAnotherSiteIsAskedAgainWithTheCookie() {
        usual();
        Arrival again = Browser.arrival(stranger()
                .submit("/oauth2/authorize", Map.of("client_id", app.id(), "state", "s", "response_type", "code")));
        assertThat(again.address())
                .isEqualTo("/oauth2/authorize?client_id=" + app.id() + "&response_type=code&state=s");
    }

    @Test
    void noServletSessionIsEverMade() {
        usual();
        for (String path :
                List.of(app.address(), app.address("prompt", "login"), "/oauth2/consent?state=x", "/connect/logout"))
            assertThat(ada.get(path).headers().allValues("Set-Cookie")).isEmpty();
        Arrival question = ada.follow(app.address("prompt", "consent"));
        assertThat(ada.get(question.address()).headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(ada.get(app.address("response_mode", "form_post")).headers().allValues("Set-Cookie"))
                .isEmpty();
    }
}
