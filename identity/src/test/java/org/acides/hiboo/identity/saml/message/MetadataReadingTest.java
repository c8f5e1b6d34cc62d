package org.acides.hiboo.identity.saml.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import org.acides.hiboo.identity.api.queries.SamlMetadata;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an administrator reads out of an application's metadata, and what they are told about what is none. */
class MetadataReadingTest {

    private static final String CERTIFICATE = TestProvider.named("x").certificateText();
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    static final String METADATA = """
            <?xml version="1.0"?>
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
                entityID="https://wiki.example/metadata" validUntil="2030-01-01T00:00:00Z">
              <md:SPSSODescriptor AuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                <md:Extensions><x xmlns="urn:x">ignored</x></md:Extensions>
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>
                  CERTIFICATE
                </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>CERTIFICATE</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
                <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="https://wiki.example/soap"/>
                <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://wiki.example/slo-post"/>
                <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://wiki.example/slo" ResponseLocation="https://wiki.example/slo-answers"/>
                <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
                <md:AssertionConsumerService index="1" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Location="https://wiki.example/artifact"/>
                <md:AssertionConsumerService index="2" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://wiki.example/old"/>
                <md:AssertionConsumerService index="3" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://wiki.example/acs"/>
              </md:SPSSODescriptor>
            </md:EntityDescriptor>
            """.replace("CERTIFICATE", CERTIFICATE);

    private static SamlMetadata read(String xml) {
        return MetadataReading.read(xml.getBytes(StandardCharsets.UTF_8), NOW);
    }

    @Test
    void whatMattersIsRead() {
        assertThat(read(METADATA))
                .isEqualTo(new SamlMetadata(
                        "https://wiki.example/metadata",
                        java.util.List.of(
                                new SamlMetadata.Consumer(URI.create("https://wiki.example/acs"), 3),
                                new SamlMetadata.Consumer(URI.create("https://wiki.example/old"), 2)),
                        new SamlMetadata.Logout(
                                false,
                                URI.create("https://wiki.example/slo"),
                                URI.create("https://wiki.example/slo-answers")),
                        java.util.List.of(CERTIFICATE),
                        CERTIFICATE,
                        true,
                        false));
    }

    @Test
    void aKeyThatSaysNothingIsForBoth() {
        SamlMetadata read =
                read(METADATA.replaceFirst("(?s)<md:KeyDescriptor use=\"signing\">.*?</md:KeyDescriptor>", "")
                        .replace(" use=\"encryption\"", ""));
        assertThat(read.signingCertificates()).containsExactly(CERTIFICATE);
        assertThat(read.encryptionCertificate()).isEqualTo(CERTIFICATE);
    }

    @Test
    void oneProviderAmongOtherEntitiesIsFound() {
        String bare = METADATA.replace("<?xml version=\"1.0\"?>", "");
        String others = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">%s"
                + "<md:EntityDescriptor entityID=\"x\"><md:IDPSSODescriptor/></md:EntityDescriptor></md:EntitiesDescriptor>";
        assertThat(read(others.formatted(bare)).entityId()).isEqualTo("https://wiki.example/metadata");
        assertThat(read("\uFEFF" + METADATA).entityId()).isEqualTo("https://wiki.example/metadata");
        refused(others.formatted(bare + bare), "several");
        refused(others.formatted(""), "no-provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "'  '|empty",
                "'not xml'|no-xml",
                "'<a>'|no-xml",
                "'<a/>'|of-nothing",
                "'<html xmlns=\"http://www.w3.org/1999/xhtml\"/>'|of-nothing",
                "'<!DOCTYPE x><x/>'|doctype",
                "'<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"x\"/>'|no-provider",
                "'<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\"><IDPSSODescriptor/></EntityDescriptor>'|of-an-identity-provider"
            })
    void whatIsNoneIsSaidToBe(String xml, String what) {
        refused(xml, what);
    }

    @Test
    void whatIsWrongInItIsNamed() {
        refused(METADATA.replace("2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z"), "expired");
        refused(METADATA.replace("2030-01-01T00:00:00Z", "one day"), "no-time");
        refused(METADATA.replace("entityID", "entityId"), "no-entity-id");
        refused(METADATA.replace("SAML:2.0:protocol", "SAML:1.1:protocol"), "other-version");
        refused(METADATA.replace("HTTP-POST", "PAOS"), "no-consumer");
        refused(METADATA.replace("https://wiki.example/acs", "not an address"), "no-address");
        refused(METADATA.replace("https://wiki.example/acs", "/acs"), "no-address");
        refused(METADATA.replace(CERTIFICATE, CERTIFICATE.substring(4)), "no-certificate");
        refused(METADATA + " ".repeat(600_000), "too-large");
    }

    private static void refused(String xml, String what) {
        assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(Refused.class, no -> {
            assertThat(no.code()).isEqualTo("saml.metadata-" + what);
            for (Locale language : new Locale[] {Locale.ROOT, Locale.FRENCH})
                assertThat(ResourceBundle.getBundle("messages/saml", language).getString("refused." + no.code()))
                        .isNotBlank();
        });
    }
}
