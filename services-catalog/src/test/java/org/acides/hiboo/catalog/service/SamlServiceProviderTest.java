package org.acides.hiboo.catalog.service;

import static org.acides.hiboo.catalog.service.SamlSamples.CERTIFICATE;
import static org.acides.hiboo.catalog.service.SamlSamples.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.acides.hiboo.catalog.api.MalformedField;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Attributes;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Consumer;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Logout;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service provider may be. */
class SamlServiceProviderTest {

    private static final Consumer CONSUMER = new Consumer(URI.create("https://wiki.example/acs"), 0);

    private static void malformed(ThrowingCallable made, String field) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        MalformedField.class, no -> assertThat(no.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wiki.example/saml/metadata", "urn:example:wiki", "onelogin_saml"})
    void anEntityIdentifierIsAnyUri(String id) {
        assertThat(provider(id).entityId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "né", "https://wiki.example/<x>", "a\nb"})
    void andNothingElse(String id) {
        malformed(() -> provider(id), "entityId");
    }

    @Test
    void itIsNoLongerThanTheStandardLetsIt() {
        assertThat(provider("a".repeat(1024)).entityId()).hasSize(1024);
        malformed(() -> provider("a".repeat(1025)), "entityId");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://wiki.example/acs",
                "ftp://wiki.example/acs",
                "https://user@wiki.example/acs",
                "https://wiki.example/acs#x",
                "/acs",
                "javascript:alert(1)"
            })
    void assertionsGoToHttpsAlone(String address) {
        malformed(() -> new Consumer(URI.create(address), 0), "consumers");
        URI fine = URI.create("https://wiki.example/slo");
        malformed(() -> new Logout(Binding.POST, URI.create(address), fine), "logout");
        malformed(() -> new Logout(Binding.POST, fine, URI.create(address)), "logout");
    }

    @Test
    void consumersAreOneToTwentyAndToldApartByTheirIndex() {
        malformed(() -> provider("a", List.of(), List.of(), false), "consumers");
        malformed(() -> provider("a", List.of(CONSUMER, CONSUMER), List.of(), false), "consumers");
        malformed(() -> new Consumer(CONSUMER.address(), 65_536), "consumers");
    }

    @Test
    void whoeverMustSignShowsWithWhat() {
        malformed(() -> provider("a", List.of(CONSUMER), List.of(), true), "signedRequests");
        assertThat(provider("a", List.of(CONSUMER), List.of(CERTIFICATE), true).signedRequests())
                .isTrue();
    }

    @Test
    void certificatesAreWellFormedStrongAndFew() {
        for (String junk : List.of("", "junk", "####", CERTIFICATE.substring(8), SamlSamples.WEAK))
            malformed(() -> provider("a", List.of(CONSUMER), List.of(junk), false), "signingCertificates");
        malformed(
                () -> provider("a", List.of(CONSUMER), Collections.nCopies(6, CERTIFICATE), false),
                "signingCertificates");
    }

    @Test
    void attributeNamesAreOneWord() {
        malformed(() -> new Attributes("user name", "", ""), "usernameAttribute");
        malformed(() -> new Attributes("", "é", ""), "aliasAttribute");
        malformed(() -> new Attributes("", "", "a".repeat(201)), "displayNameAttribute");
    }
}
