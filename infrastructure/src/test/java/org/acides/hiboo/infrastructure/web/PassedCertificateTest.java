package org.acides.hiboo.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.acides.hiboo.infrastructure.signing.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a proxy says of the certificate that a browser showed it. */
class PassedCertificateTest {

    private static final HeldCertificate HELD = HeldCertificate.named("Ada");

    @Test
    void bothFormsAreRead() {
        for (String form : new String[] {HELD.asByteSequence(), " " + HELD.asByteSequence() + " ", HELD.asEscapedPem()})
            assertThat(PassedCertificate.read(form)).hasValue(HELD.certificate());
    }

    @Test
    void oneCertificateAndNothingElse() throws Exception {
        byte[] der = HELD.certificate().getEncoded();
        byte[] longer = java.util.Arrays.copyOf(der, der.length + 1);
        byte[] shorter = java.util.Arrays.copyOf(der, der.length - 1);
        for (String malformed : new String[] {
            "",
            ":",
            "::",
            ":" + Base64.getEncoder().encodeToString(der),
            ":" + Base64.getEncoder().encodeToString(longer) + ":",
            ":" + Base64.getEncoder().encodeToString(shorter) + ":",
            Base64.getEncoder().encodeToString(der),
            HELD.asByteSequence() + ", " + HELD.asByteSequence(),
            HELD.asEscapedPem() + HELD.asEscapedPem(),
            ":" + "A".repeat(12_000) + ":"
        }) assertThat(PassedCertificate.read(malformed)).as(malformed).isEmpty();
    }

    @Property(tries = 500)
    void nothingThatAnybodySendsBreaksIt(@ForAll String value) {
        assertThat(PassedCertificate.read(value)).isEmpty();
        assertThat(PassedCertificate.read(":" + value + ":")).isEmpty();
        assertThat(PassedCertificate.read("-----BEGIN CERTIFICATE-----" + value + "-----END CERTIFICATE-----"))
                .isEmpty();
    }

    @Property(tries = 500)
    void aCertificateWithAByteChangedIsAnotherOrNone(@ForAll int where, @ForAll byte what) throws Exception {
        byte[] der = HELD.certificate().getEncoded();
        int place = Math.floorMod(where, der.length);
        der[place] = (byte) (der[place] ^ (what | 1));
        PassedCertificate.read(":" + Base64.getEncoder().encodeToString(der) + ":")
                .ifPresent(other -> assertThat(other).isNotEqualTo(HELD.certificate()));
    }

    @Test
    void withoutAHeadersNameNobodyIsBelieved() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(PeerValve.TRUSTED, Boolean.TRUE);
        request.addHeader("Client-Cert", HELD.asByteSequence());
        ClientCertificates off = new ClientCertificates("", ".*");
        assertThat(off.taken()).isFalse();
        assertThat(off.shownBy(request)).isEmpty();
        ClientCertificates on = new ClientCertificates("Client-Cert", "(?!)");
        assertThat(on.shownBy(request)).hasValue(HELD.certificate());
        assertThat(on.trusts("127.0.0.1")).isFalse();
        request.removeAttribute(PeerValve.TRUSTED);
        assertThat(on.shownBy(request)).as("whoever is not a trusted proxy").isEmpty();
    }

    @Test
    void twoCertificatesAreNone() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(PeerValve.TRUSTED, Boolean.TRUE);
        request.addHeader("Client-Cert", HELD.asByteSequence());
        request.addHeader("Client-Cert", HELD.asByteSequence());
        assertThat(new ClientCertificates("Client-Cert", ".*").shownBy(request)).isEmpty();
    }

    @Test
    void aNameThatNoHeaderCanHaveIsToldAtTheStart() {
        assertThatThrownBy(() -> new ClientCertificates("Client Cert", ".*"))
                .hasMessageContaining("client-certificate");
    }
}
