package org.acides.hiboo.identity.saml.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.saml.AuthnRequest;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.infrastructure.api.Refused;

/** Whatever is done to a signed message, it is either read as it was signed, or refused; nothing else ever happens. */
class MutatedMessagesTest {

    private static final TestProvider WIKI = TestProvider.named("https://wiki.example/");
    private static final List<PublicKey> KEYS = List.of(WIKI.certificate().getPublicKey());
    private static final AuthnRequest REQUEST =
            new AuthnRequest(WIKI.entityId(), "https://hiboo.example/saml/sso", Instant.EPOCH);
    private static final String SIGNED = WIKI.signed(REQUEST.xml());
    private static final String QUERY = WIKI.query("SAMLRequest", REQUEST.xml(), "state", true);
    private static final SignOnRequest ORIGINAL =
            Messages.signOnRequest(envelope(SIGNED)).content();

    private record Change(int at, int length, String text) {
        String in(String whole) {
            int start = Math.floorMod(at, whole.length());
            int end = Math.min(whole.length(), start + length);
            return whole.substring(0, start) + text + whole.substring(end);
        }
    }

    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(3),
                Arbitraries.strings().all().ofMaxLength(3),
                Arbitraries.of(
                        "<!-- -->",
                        "<![CDATA[",
                        "]]>",
                        "<?x?>",
                        "&#0;",
                        "&amp;",
                        " ID=\"x\"",
                        "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>",
                        "<!DOCTYPE x>",
                        "xmlns=\"urn:x\"",
                        "\u0000"));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(0, 40),
                        texts)
                .as(Change::new);
    }

    @Provide
    Arbitrary<List<Change>> several() {
        return changes().list().ofMaxSize(3);
    }

    private static Envelope envelope(String xml) {
        return Envelope.ofForm(
                Map.of(
                        "SAMLRequest",
                        new String[] {Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8))}),
                "SAMLRequest");
    }

    @Property(tries = 1500)
    void aChangedFormIsReadAsItWasSignedOrRefused(@ForAll("several") List<Change> changes) {
        String changed = SIGNED;
        for (Change change : changes) changed = change.in(changed);
        try {
            Received<SignOnRequest> received = Messages.signOnRequest(envelope(changed));
            received.require(KEYS, true);
            assertThat(received.content()).isEqualTo(ORIGINAL);
        } catch (Refusal no) {
            assertThat(no.why()).isNotNull();
        }
    }

    @Property(tries = 1500)
    void aChangedQueryIsReadAsItWasSignedOrRefused(@ForAll("changes") Change change) {
        try {
            Envelope envelope = Envelope.ofQuery(change.in(QUERY), "SAMLRequest");
            Received<SignOnRequest> received = Messages.signOnRequest(envelope);
            received.require(KEYS, true);
            assertThat(received.content()).isEqualTo(ORIGINAL);
            assertThat(envelope.relayState()).isEqualTo("state");
        } catch (Refusal no) {
            assertThat(no.why()).isNotNull();
        }
    }

    @Property(tries = 500)
    void anythingAtAllIsRefused(@ForAll String junk, @ForAll Binding binding) {
        byte[] bytes = junk.getBytes(StandardCharsets.UTF_8);
        try {
            Messages.signOnRequest(new Envelope(binding, bytes, "", null)).require(KEYS, true);
            throw new AssertionError("accepted: " + junk);
        } catch (Refusal no) {
            assertThat(no.why()).isNotNull();
        }
    }

    @Property(tries = 500)
    void changedMetadataIsReadOrRefused(@ForAll("changes") Change change) {
        try {
            MetadataReading.read(
                    change.in(MetadataReadingTest.METADATA).getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        } catch (Refused no) {
            assertThat(no.code()).startsWith("saml.metadata-");
        }
    }
}
