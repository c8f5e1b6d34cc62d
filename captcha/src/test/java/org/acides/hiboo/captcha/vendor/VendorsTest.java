package org.acides.hiboo.captcha.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.commands.GiveVendorKeys;
import org.acides.hiboo.captcha.api.commands.RetireSite;
import org.acides.hiboo.captcha.api.commands.TakeBackVendorKeys;
import org.acides.hiboo.captcha.api.queries.FindVendorKeys;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.captcha.web.Payloads;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;

/** Other companies' checks: the page that they run on, their keys, and what counts of their answers. */
class VendorsTest extends RunningCaptcha {

    @Autowired
    private VendorKeys keys;

    @Autowired
    private VendorCall call;

    @Autowired
    private Sites sites;

    @Autowired
    private PublicAddress address;

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aTokenOfOurOwnPageCountsOnce(Vendor vendor) throws Exception {
        try (VendorServer server = new VendorServer()) {
            Registered site = withKeys(vendor);
            VendorKind kind = kind(vendor, server);
            Posed posed = posed(kind, site);
            assertThat(posed.shown()).containsEntry("key", "a-public-key");
            assertThat(kind.solved(posed, token(VendorServer.TOKEN))).isTrue();
            assertThat(kind.solved(posed, token(VendorServer.TOKEN))).isFalse();
            assertThat(kind.solved(posed, token("another"))).isFalse();
        }
    }

    @Test
    void aTokenOfAnotherPageDoesNotCount() throws Exception {
        try (VendorServer server = new VendorServer()) {
            server.solvedOn("farm.example");
            Registered site = withKeys(Vendor.HCAPTCHA);
            VendorKind kind = kind(Vendor.HCAPTCHA, server);
            assertThat(kind.solved(posed(kind, site), token(VendorServer.TOKEN)))
                    .isFalse();
        }
    }

    /** Twice as many as wait for vendors at once, of two sites, so that no share of one site's keeps places free. */
    @Test
    void aVendorThatIsSilentKeepsNobodyElseWaitingAndUsesNothingUp() throws Exception {
        List<Registered> waiting = List.of(withKeys(Vendor.HCAPTCHA), withKeys(Vendor.HCAPTCHA));
        List<String> payloads = new ArrayList<>();
        for (int i = 0; i < 32; i++)
            payloads.add(Payloads.token(challenge(waiting.get(i % 2), "&kind=hcaptcha"), VendorServer.TOKEN));
        JsonNode picture = challenge(site("image"), "");
        try (var threads = Executors.newFixedThreadPool(payloads.size())) {
            List<Future<HttpResponse<String>>> all = payloads.stream()
                    .map(payload -> threads.submit(() -> form("/captcha/solve", Map.of("payload", payload), PAGE)))
                    .toList();
            Awaitility.await().until(() -> all.stream().filter(Future::isDone).count() >= 16);
            assertThat(form("/captcha/solve", Map.of("payload", Payloads.text(picture, "nonsense")), PAGE)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(all).anyMatch(one -> !one.isDone());
            for (Future<HttpResponse<String>> one : all) {
                assertThat(one.get().statusCode()).isEqualTo(503);
                assertThat(one.get().headers().firstValue("Retry-After")).isPresent();
            }
        }
        assertThat(form("/captcha/solve", Map.of("payload", payloads.getFirst()), PAGE)
                        .statusCode())
                .isEqualTo(503);
        assertThat(jdbc.sql("SELECT count(*) FROM captcha.used_mark WHERE nonce = decode(?, 'hex')")
                        .param(nonce(payloads.getFirst()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String nonce(String payload) {
        return JSON.readTree(Base64.getDecoder().decode(payload))
                .at("/challenge/parameters/nonce")
                .stringValue();
    }

    @Test
    void aSiteThatRetiresLeavesNoSecretBehind() {
        Registered site = withKeys(Vendor.HCAPTCHA);
        commands.send(new RetireSite(site.id()), ADMIN);
        assertThat(keys.secret(site.id(), Vendor.HCAPTCHA)).isEmpty();
        assertThat(keys.key(site.id(), Vendor.HCAPTCHA)).isEmpty();
    }

    @Test
    void noEventTellsTheSecretAndTakenBackItIsGone() {
        Registered site = withKeys(Vendor.TURNSTILE);
        assertThat(told(site)).contains("a-public-key").doesNotContain(VendorServer.SECRET);
        assertThat(jdbc.sql("SELECT box FROM captcha.vendor_keys WHERE site_id = ?")
                        .param(site.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain(VendorServer.SECRET);
        commands.send(new TakeBackVendorKeys(site.id(), Vendor.TURNSTILE), ADMIN);
        commands.send(new TakeBackVendorKeys(site.id(), Vendor.TURNSTILE), ADMIN);
        assertThat(keys.handle(new FindVendorKeys(site.id()))).isEmpty();
        assertThat(keys.secret(site.id(), Vendor.TURNSTILE)).isEmpty();
        assertThat(told(site)).containsOnlyOnce("captcha.vendor-keys-taken-back");
    }

    @Test
    void keysOfAnotherFormAreRefused() {
        assertThatThrownBy(() -> withKeys(Vendor.HCAPTCHA, "<script>"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("vendor.keys"));
    }

    @Test
    void nothingOfTheVendorIsLoadedBeforeTheVisitorAgrees() throws Exception {
        Registered site = withKeys(Vendor.HCAPTCHA);
        String where = "/captcha/vendor?sitekey=" + site.key() + "&kind=hcaptcha&lang=en&opener=" + PAGE;
        HttpResponse<String> first = get(where, null);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("sees your address").doesNotContain("<script", "hcaptcha.com");
        assertThat(policy(first)).doesNotContain("hcaptcha.com", "script-src");

        HttpResponse<String> agreed = get(where + "&agreed=true", null);
        assertThat(agreed.body()).contains("https://js.hcaptcha.com/1/api.js?hl=en", "data-opener=\"" + PAGE + "\"");
        assertThat(policy(agreed)).contains("https://*.hcaptcha.com").doesNotContain("google", "cloudflare", "unsafe");
        assertThat(agreed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(agreed.headers().allValues("Cross-Origin-Opener-Policy")).containsExactly("unsafe-none");
    }

    @Test
    void aLinkOfSomebodyElsesSaysYesForNobody() throws Exception {
        String where = "/captcha/vendor?sitekey=" + withKeys(Vendor.HCAPTCHA).key() + "&kind=hcaptcha&agreed=true";
        for (String from : new String[] {"cross-site", "same-site", "none"})
            assertThat(send(HttpRequest.newBuilder(at(where)).header("Sec-Fetch-Site", from), null)
                            .body())
                    .doesNotContain("<script");
        assertThat(send(HttpRequest.newBuilder(at(where)).header("Sec-Fetch-Site", "same-origin"), null)
                        .body())
                .contains("js.hcaptcha.com");
    }

    @Test
    void anOpenerThatIsNotTheSitesGetsNothing() throws Exception {
        Registered site = withKeys(Vendor.HCAPTCHA);
        String where = "/captcha/vendor?sitekey=" + site.key() + "&kind=hcaptcha&agreed=true&opener=";
        assertThat(get(where + "https://evil.example", null).body()).doesNotContain("evil.example", "data-opener");
        assertThat(get(where + "javascript:alert(1)", null).body()).doesNotContain("alert", "data-opener");
        assertThat(get(where.replace("hcaptcha", "turnstile"), null).statusCode())
                .isEqualTo(404);
    }

    private Registered withKeys(Vendor vendor) {
        return withKeys(vendor, "a-public-key");
    }

    private Registered withKeys(Vendor vendor, String key) {
        Registered site = site(vendor.kind());
        commands.send(new GiveVendorKeys(site.id(), vendor, "an-older-key", "an-older-secret"), ADMIN);
        commands.send(new GiveVendorKeys(site.id(), vendor, key, VendorServer.SECRET), ADMIN);
        return site;
    }

    private VendorKind kind(Vendor vendor, VendorServer server) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "hiboo.captcha." + vendor.kind() + ".verify",
                        server.at("/siteverify").toString());
        return new VendorKind(vendor, new Vendors(environment), keys, call, sites, address);
    }

    private static Posed posed(VendorKind kind, Registered site) {
        Posed posed = kind.pose(new Asked(site.key(), "", 1, Locale.ENGLISH));
        return new Posed(
                Map.of("kind", kind.name(), "data", Map.of("site", site.key().value())), null, posed.shown());
    }

    private static JsonNode token(String token) {
        return JSON.valueToTree(Map.of("token", token));
    }

    private String told(Registered site) {
        return String.join(
                "\n",
                jdbc.sql("SELECT name || payload::text FROM infrastructure.event" + " WHERE aggregate = ?")
                        .param(site.id().toString())
                        .query(String.class)
                        .list());
    }

    private static String policy(HttpResponse<String> answer) {
        return String.join(";", answer.headers().allValues("Content-Security-Policy"));
    }
}
