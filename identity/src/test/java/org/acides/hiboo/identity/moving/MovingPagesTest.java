package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Where members ask for bundles, hand them in, and see how far they got; and where other communities send receipts. */
class MovingPagesTest extends MovingLife {

    @Autowired
    WebApplicationContext web;

    private MockMvc browser;
    private AccountId account;

    @BeforeEach
    void someoneIsSignedIn() {
        browser = MockMvcBuilders.webAppContextSetup(web).build();
        account = register();
        registration.verifyEmail(account);
        trusted();
        signIn(Instant.now());
    }

    private void signIn(Instant at) {
        SignedIn who = new SignedIn(account, SessionId.random(), Set.of(), at, List.of("pwd"));
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(who, "", "ROLE_MEMBER"));
    }

    @AfterEach
    void signedOut() {
        SecurityContextHolder.clearContext();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return browser.perform(request.locale(Locale.ENGLISH)).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String found(String regex, String text) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @Test
    void aBundleIsMadeFetchedOnceAndLetGoOfOnAReceipt() throws Exception {
        ProfileId profile = create(account, service(ProfilePolicy.OPEN, 1), name());
        assertThat(text(answer(get("/leaving"))))
                .contains(other.address.getAuthority(), profile.toString(), "Mastodon");
        String shown =
                text(answer(post("/leaving").param("to", community.toString()).param("profile", profile.toString())));
        String code = found("id=\"code\">([a-z2-7-]+)<", shown);
        String move = found("/leaving/([0-9a-f-]{36})/file", shown);
        assertThat(shown).contains(other.address + "/arriving");

        MockHttpServletResponse file = answer(post("/leaving/" + move + "/file"));
        assertThat(file.getHeader("Content-Disposition")).contains("move.hiboo");
        assertThat(answer(post("/leaving/" + move + "/file")).getStatus()).isEqualTo(303);
        assertThat(text(answer(get("/leaving"))))
                .contains("0 of 1 profiles have moved")
                .doesNotContain(code);

        Bundle bundle = Bundle.of(com.nimbusds.jwt.SignedJWT.parse(BundleFile.open(file.getContentAsByteArray(), code))
                .getJWTClaimsSet());
        String receipt = other.receipt(
                UUID.fromString(move), bundle.profiles().getFirst().ref());
        SecurityContextHolder.clearContext();
        for (int twice = 0; twice < 2; twice++)
            assertThat(answer(receipt(receipt)).getStatus()).isEqualTo(204);
        assertThat(profiles.find(profile)).isEmpty();
    }

    private static AbstractMockHttpServletRequestBuilder<?> receipt(String receipt) {
        return post("/moving/receipts").contentType("application/jwt").content(receipt);
    }

    @Test
    void receiptsOfWhomeverElseAreProblems() throws Exception {
        SecurityContextHolder.clearContext();
        MockHttpServletResponse unknown = answer(receipt(other.receipt(UUID.randomUUID(), "ref")));
        assertThat(unknown.getStatus()).isEqualTo(409);
        assertThat(unknown.getContentType()).startsWith("application/problem+json");
        assertThat(text(unknown)).contains("leaving.unknown");
        assertThat(answer(receipt(new OtherCommunity().receipt(UUID.randomUUID(), "ref")))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(receipt("junk")).getStatus()).isEqualTo(400);
        assertThat(answer(receipt("j".repeat(9000))).getStatus()).isEqualTo(413);
        assertThat(answer(post("/moving/receipts").content("junk")).getStatus()).isEqualTo(415);
    }

    @Test
    void whoProvedThemselvesTooLongAgoDoesSoAnew() throws Exception {
        signIn(Instant.now().minusSeconds(3600));
        for (var request : List.of(get("/leaving"), post("/leaving"), post("/leaving/" + UUID.randomUUID() + "/file")))
            assertThat(answer(request).getHeader("Location")).isEqualTo("/sign-in?again=true&continue=%2Fleaving");
        SecurityContextHolder.clearContext();
        assertThat(answer(get("/leaving")).getHeader("Location")).startsWith("/sign-in?");
        assertThat(answer(get("/arriving")).getHeader("Location")).startsWith("/sign-in?");
        assertThat(answer(multipart("/arriving")).getHeader("Location")).startsWith("/sign-in?");
    }

    @Test
    void aBundleThatIsCalledOffIsOver() throws Exception {
        ProfileId profile = create(account, service(ProfilePolicy.OPEN, 1), name());
        String shown =
                text(answer(post("/leaving").param("to", community.toString()).param("profile", profile.toString())));
        String move = found("/leaving/([0-9a-f-]{36})/file", shown);
        answer(post("/leaving/" + move + "/call-off"));
        assertThat(text(answer(get("/leaving")))).contains("Nothing more leaves with it");
        assertThat(answer(post("/leaving/" + move + "/file")).getStatus()).isEqualTo(303);
    }

    @Test
    void nothingChosenIsSaidSo() throws Exception {
        create(account, service(ProfilePolicy.OPEN, 1), name());
        MockHttpServletResponse none = answer(post("/leaving").param("to", community.toString()));
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(text(none)).contains("Choose at least one profile");
    }

    @Test
    void aBundleIsLookedAtThenAcceptedLineByLine() throws Exception {
        gone();
        Matched matched = matched(1);
        Bundle.Line fits = OtherCommunity.line(matched.theirs(), name());
        Bundle.Line unknown = OtherCommunity.line("https://nowhere.example/", name());
        MockHttpServletResponse wrong = handIn(other.file(fits, unknown), "wrong");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("do not belong together");

        String there = handIn(other.file(fits, unknown), OtherCommunity.CODE).getHeader("Location");
        assertThat(there).startsWith("/arriving/");
        assertThat(text(answer(get(there))))
                .contains("hulotte, from " + other.address.getAuthority(), fits.username(), "No service here takes");
        MockHttpServletResponse none = answer(post(there));
        assertThat(text(none)).contains("Choose at least one profile");
        answer(post(there).param("bring", fits.ref()));
        assertThat(text(answer(get(there)))).contains("On its way", "Stays there");
        bring(UUID.fromString(there.substring("/arriving/".length())));
        assertThat(text(answer(get(there)))).contains("Is here", "Put it away");
        answer(post(there + "/forget"));
        assertThat(answer(get(there)).getHeader("Location")).isEqualTo("/arriving");
        assertThat(profiles.of(account)).hasSize(1);
    }

    @Test
    void whoGuessesCodesIsSlowed() throws Exception {
        gone();
        byte[] file = other.file(OtherCommunity.line("https://nowhere.example/", name()));
        int tries = 0;
        while (handIn(file, "wrong").getStatus() == 422) assertThat(++tries).isLessThan(50);
        assertThat(handIn(file, OtherCommunity.CODE).getStatus()).isEqualTo(429);
    }

    private MockHttpServletResponse handIn(byte[] file, String code) throws Exception {
        return answer(multipart("/arriving")
                .file(new MockMultipartFile("file", "move.hiboo", "application/octet-stream", file))
                .param("code", code));
    }
}
