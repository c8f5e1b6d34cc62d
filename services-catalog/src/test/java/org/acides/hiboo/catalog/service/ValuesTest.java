package org.acides.hiboo.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.LogoutAddress;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.Slug;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    private static final String MEGABYTE = "a".repeat(1 << 20);

    private static void malformed(String field, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        MalformedField.class, no -> assertThat(no.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/",
                "http://localhost.evil.example/",
                "https://app.example/#there",
                "https://good.example@evil.example/",
                "https:app.example",
                "https:///callback",
                "//app.example/",
                "/callback",
                "javascript:alert(1)",
                "data:text/html,x",
                "myapp:/callback",
                "https://app.example:/%0a/#"
            })
    void anAddressThatCouldBeSomebodyElsesIsRefused(String text) {
        malformed("redirectUris", () -> Samples.client("one", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback?x=1",
                "http://localhost:8081/callback",
                "http://127.0.0.1/",
                "http://[::1]:9/",
                "org.example.app:/callback"
            })
    void secureLoopbackAndPrivateAddressesAreTaken(String text) {
        assertThat(Samples.client("one", text).redirectUris()).containsExactly(URI.create(text));
    }

    @Test
    void aMegabyteIsRefusedInEveryField() {
        URI address = URI.create("https://app.example/");
        URI endless = URI.create("https://app.example/" + MEGABYTE);
        malformed("name", () -> Samples.named(MEGABYTE));
        malformed("summary", () -> new ServiceDescription("n", MEGABYTE, address, "", null, null));
        malformed("address", () -> new ServiceDescription("n", "", endless, "", null, null));
        malformed("category", () -> new ServiceDescription("n", "", address, MEGABYTE, null, null));
        malformed("logo", () -> new ServiceDescription("n", "", address, "", MEGABYTE, null));
        malformed("terms", () -> new ServiceDescription("n", "", address, "", null, endless));
        malformed("clientId", () -> Samples.client(MEGABYTE));
        malformed("redirectUris", () -> Samples.client("one", endless.toString()));
        malformed("scopes", () -> scoped(Set.of(MEGABYTE), ""));
        malformed("jwksUri", () -> scoped(Set.of("openid"), endless.toString()));
        malformed("pattern", () -> new UsernameRules(MEGABYTE, 1, 9, List.of(), false));
        malformed("reserved", () -> new UsernameRules("a", 1, 9, List.of(MEGABYTE), false));
        assertThat(Slug.isWellFormed(MEGABYTE)).isFalse();
    }

    @Test
    void whatPostgresCannotStoreIsRefused() {
        malformed("name", () -> Samples.named("a\0b"));
        malformed("name", () -> Samples.named("\ud800"));
        malformed("pattern", () -> new UsernameRules("a\0", 1, 9, List.of(), false));
        malformed("reserved", () -> new UsernameRules("a", 1, 9, List.of("\0"), false));
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        malformed("pattern", () -> new UsernameRules("[a-z", 1, 9, List.of(), false));
        malformed("lengths", () -> new UsernameRules("a", 9, 1, List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example/out",
                "https://app.example/out#there",
                "https://good.example@app.example/out",
                "https:/out",
                "/out",
                "org.example.app:/out",
                "javascript:alert(1)"
            })
    void anAddressThatNobodyCouldSafelyBeToldAtIsRefused(String text) {
        LogoutAddress address = new LogoutAddress(URI.create(text), false);
        malformed("backchannelLogout", () -> told(address, null));
        malformed("frontchannelLogout", () -> told(null, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/out",
                "https://app.example:444/out",
                "http://localhost/out",
                "https://app.example.evil.example/out"
            })
    void aFrameComesFromWhereTheApplicationIs(String text) {
        LogoutAddress address = new LogoutAddress(URI.create(text), true);
        malformed("frontchannelLogout", () -> told(null, address));
        assertThat(told(address, null).backchannelLogout()).isEqualTo(address);
    }

    @Test
    void theSameHostInOtherWordsIsTheSame() {
        LogoutAddress address = new LogoutAddress(URI.create("https://APP.example:443/out?x=1"), true);
        assertThat(told(address, address).frontchannelLogout()).isEqualTo(address);
    }

    private static OidcClient told(@Nullable LogoutAddress back, @Nullable LogoutAddress front) {
        return new OidcClient(
                "one",
                List.of(URI.create("org.example.app:/callback"), URI.create("https://app.example/callback")),
                List.of(),
                Set.of("client_secret_basic"),
                Set.of("authorization_code"),
                Set.of("openid"),
                "ES256",
                "",
                false,
                back,
                front,
                false);
    }

    private static OidcClient scoped(Set<String> scopes, String keys) {
        return new OidcClient(
                "one",
                List.of(URI.create("https://app.example/")),
                List.of(),
                Set.of(keys.isEmpty() ? "none" : "private_key_jwt"),
                Set.of("authorization_code"),
                scopes,
                "ES256",
                keys,
                false);
    }
}
