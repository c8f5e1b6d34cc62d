package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.TestXml.DSIG;
import static org.acides.hiboo.identity.saml.TestXml.first;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.saml.AuthnRequest;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.TestProvider;
import org.acides.hiboo.identity.saml.TestXml;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A signed request, wrapped into another that the signature is not about. The eight shapes are those of Somorovsky and
 * others, "On Breaking SAML: Be Whoever You Want to Be" (2012), as far as a request can take them.
 */
class WrappedSignaturesTest {

    private static final TestProvider WIKI = TestProvider.named("https://wiki.example/");

    private static AuthnRequest request() {
        return new AuthnRequest(WIKI.entityId(), "https://hiboo.example/saml/sso", Instant.EPOCH);
    }

    private static String signed() {
        return WIKI.signed(request().xml());
    }

    private static void read(String xml) {
        Envelope envelope = new Envelope(Binding.POST, xml.getBytes(StandardCharsets.UTF_8), "", null);
        Messages.signOnRequest(envelope).require(List.of(WIKI.certificate().getPublicKey()), true);
    }

    private static void refused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(Refusal.class);
    }

    /** The attacker's request, with the signed one put somewhere in it. */
    private static void wrapped(Wrapping wrapping) {
        Document signed = TestXml.parse(signed());
        Element original = signed.getDocumentElement();
        Element evil = (Element) original.cloneNode(true);
        evil.setAttribute("AssertionConsumerServiceURL", "https://evil.example/acs");
        for (String id : List.of("_evil", original.getAttribute("ID"))) {
            Document document = TestXml.parse(TestXml.text(evil));
            Element root = document.getDocumentElement();
            root.setAttribute("ID", id);
            Element signature = first(root, DSIG, "Signature");
            Element inner = (Element) document.importNode(original, true);
            wrapping.wrap(root, signature, inner);
            refused(TestXml.text(document));
        }
    }

    private interface Wrapping {
        void wrap(Element root, Element signature, Element original);
    }

    private static Element extensions(Element root) {
        Element extensions = root.getOwnerDocument().createElementNS(TestXml.PROTOCOL, "samlp:Extensions");
        root.appendChild(extensions);
        return extensions;
    }

    private static Element object(Element signature) {
        Element object = signature.getOwnerDocument().createElementNS(DSIG, "ds:Object");
        signature.appendChild(object);
        return object;
    }

    private static void strip(Element original) {
        original.removeChild(first(original, DSIG, "Signature"));
    }

    @Test
    void asItWasSignedItIsRead() {
        assertThatCode(() -> read(signed())).doesNotThrowAnyException();
    }

    @Test
    void theOriginalInsideAnObjectOfItsSignature() {
        wrapped((root, signature, original) -> {
            strip(original);
            object(signature).appendChild(original);
        });
    }

    @Test
    void theOriginalWithItsSignatureInsideAnObjectOfACopy() {
        wrapped((root, signature, original) -> object(signature).appendChild(original));
    }

    @Test
    void theOriginalBesideItsSignature() {
        wrapped((root, signature, original) -> {
            strip(original);
            root.appendChild(original);
        });
    }

    @Test
    void theOriginalBeforeEverythingElse() {
        wrapped((root, signature, original) -> {
            strip(original);
            root.insertBefore(original, root.getFirstChild());
        });
    }

    @Test
    void theOriginalWithItsSignatureAsAChildOfAnUnsignedOne() {
        wrapped((root, signature, original) -> {
            root.removeChild(signature);
            root.appendChild(original);
        });
    }

    @Test
    void theOriginalInsideExtensions() {
        wrapped((root, signature, original) -> {
            strip(original);
            extensions(root).appendChild(original);
        });
        wrapped((root, signature, original) -> {
            root.removeChild(signature);
            extensions(root).appendChild(original);
        });
    }

    @Test
    void theSignatureInsideExtensionsOfTheAttackersRequest() {
        wrapped((root, signature, original) -> {
            strip(original);
            Element extensions = extensions(root);
            extensions.appendChild(signature);
            extensions.appendChild(original);
        });
    }

    @Test
    void theOriginalUnderAnotherSpellingOfItsIdentifier() {
        for (String name : List.of("Id", "id", "xml:id", "AssertionID"))
            wrapped((root, signature, original) -> {
                Element other = root.getOwnerDocument().createElement("other");
                other.setAttribute(name, original.getAttribute("ID"));
                root.appendChild(other);
            });
    }

    @Test
    void aReferenceToNothingToEverythingOrToSomethingElse() {
        String id = "#" + first(TestXml.parse(signed()).getDocumentElement(), DSIG, "Reference");
        for (String uri : List.of("", "#", "#xpointer(/)", "#_evil", "https://evil.example/", id))
            changed(signature -> first(signature, DSIG, "Reference").setAttribute("URI", uri));
    }

    @Test
    void twoReferencesTwoSignaturesOrNoReference() {
        changed(signature -> {
            Element reference = first(signature, DSIG, "Reference");
            reference.getParentNode().appendChild(reference.cloneNode(true));
        });
        changed(signature -> {
            Element reference = first(signature, DSIG, "Reference");
            reference.getParentNode().removeChild(reference);
        });
        changed(signature -> signature.getParentNode().appendChild(signature.cloneNode(true)));
    }

    @Test
    void algorithmsThatProveNothingOrLetTextBeAdded() {
        Map.of(
                        "SignatureMethod", "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
                        "DigestMethod", "http://www.w3.org/2000/09/xmldsig#sha1",
                        "CanonicalizationMethod", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
                        "Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116")
                .forEach((element, algorithm) ->
                        changed(signature -> first(signature, DSIG, element).setAttribute("Algorithm", algorithm)));
    }

    private static void changed(Consumer<Element> change) {
        Document document = TestXml.parse(signed());
        change.accept(first(document.getDocumentElement(), DSIG, "Signature"));
        refused(TestXml.text(document));
    }

    @Test
    void aCommentInsideANameNeitherBreaksNorShortensIt() {
        String other = WIKI.signed(
                request().issuer("https://wiki.example/<!-- -->.evil.example").xml());
        Envelope envelope = new Envelope(Binding.POST, other.getBytes(StandardCharsets.UTF_8), "", null);
        org.assertj.core.api.Assertions.assertThat(
                        Messages.signOnRequest(envelope).head().issuer())
                .isEqualTo("https://wiki.example/.evil.example");
    }
}
