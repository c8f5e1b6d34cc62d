package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Names.SIGNATURE;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.message.Envelope.QuerySignature;
import org.acides.hiboo.identity.saml.message.Received.Check;
import org.jspecify.annotations.Nullable;
import org.keycloak.rotation.HardcodedKeyLocator;
import org.keycloak.saml.processing.core.util.XMLSignatureUtil;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Lets the library verify what can mean one thing alone: exactly one signature, a child of the message itself, with one
 * reference, to the message's own identifier, which nothing else in it has. Everything else that a signature may be
 * (SAML V2.0 Core §5.4) is refused before the library sees it.
 */
final class Signatures {

    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Set<String> TRANSFORMS =
            Set.of("http://www.w3.org/2000/09/xmldsig#enveloped-signature", EXCLUSIVE);
    private static final Set<String> CANONICAL = Set.of(
            EXCLUSIVE, "http://www.w3.org/TR/2001/REC-xml-c14n-20010315", "http://www.w3.org/2006/12/xml-c14n11");
    private static final Set<String> DIGESTS = Set.of(
            "http://www.w3.org/2001/04/xmlenc#sha256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384",
            "http://www.w3.org/2001/04/xmlenc#sha512");

    /** By the name in XML, the name in Java. Nothing with SHA-1. */
    private static final Map<String, String> METHODS = Map.of(
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "SHA256withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "SHA384withRSA",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "SHA512withRSA");

    private Signatures() {}

    /**
     * How the message is to be verified; null when it is not signed.
     *
     * @throws Refusal SIGNATURE when it is signed in a way that proves nothing
     */
    static @Nullable Check of(Envelope envelope, Document document, String id) {
        Optional<Element> inside = only(document, id);
        return switch (envelope.binding()) {
            case POST ->
                inside.<Check>map(signature -> keys -> verified(document, signature, keys))
                        .orElse(null);
            case REDIRECT -> {
                // Bindings §3.4.4.1: a query's message carries none of its own.
                if (inside.isPresent()) throw new Refusal(Why.SIGNATURE);
                QuerySignature signature = envelope.signature();
                yield signature == null ? null : keys -> verified(signature, keys);
            }
        };
    }

    private static Optional<Element> only(Document document, String id) {
        Element root = document.getDocumentElement();
        requireUnique(document, id);
        NodeList signatures = document.getElementsByTagNameNS(SIGNATURE, "Signature");
        if (signatures.getLength() == 0) return Optional.empty();
        Element signature = (Element) signatures.item(0);
        boolean plain = signatures.getLength() == 1
                && signature.getParentNode() == root
                && document.getElementsByTagNameNS(SIGNATURE, "Object").getLength() == 0
                && covers(signature, id);
        if (!plain) throw new Refusal(Why.SIGNATURE);
        return Optional.of(signature);
    }

    /** In whatever spelling somebody might look for it. */
    private static void requireUnique(Document document, String id) {
        NodeList all = document.getElementsByTagName("*");
        int found = 0;
        for (int i = 0; i < all.getLength(); i++) {
            var attributes = all.item(i).getAttributes();
            for (int j = 0; j < attributes.getLength(); j++) {
                String name = attributes.item(j).getLocalName();
                boolean identifies = "id".equalsIgnoreCase(name) || "AssertionID".equals(name);
                if (identifies && attributes.item(j).getNodeValue().equals(id)) found++;
            }
        }
        if (found != 1) throw new Refusal(Why.SIGNATURE);
    }

    private static boolean covers(Element signature, String id) {
        List<Element> infos = Xml.children(signature, SIGNATURE, "SignedInfo");
        if (infos.size() != 1) return false;
        List<Element> references = Xml.children(infos.getFirst(), SIGNATURE, "Reference");
        return references.size() == 1
                && references.getFirst().getAttributeNS(null, "URI").equals("#" + id)
                && transforms(references.getFirst())
                && named(infos.getFirst(), "CanonicalizationMethod", CANONICAL)
                && named(infos.getFirst(), "SignatureMethod", METHODS.keySet())
                && named(references.getFirst(), "DigestMethod", DIGESTS);
    }

    private static boolean transforms(Element reference) {
        List<Element> lists = Xml.children(reference, SIGNATURE, "Transforms");
        if (lists.size() != 1) return false;
        List<String> names = Xml.children(lists.getFirst(), SIGNATURE, "Transform").stream()
                .map(each -> each.getAttributeNS(null, "Algorithm"))
                .toList();
        return !names.isEmpty() && names.size() <= 2 && TRANSFORMS.containsAll(names);
    }

    private static boolean named(Element parent, String child, Set<String> algorithms) {
        List<Element> found = Xml.children(parent, SIGNATURE, child);
        return found.size() == 1 && algorithms.contains(found.getFirst().getAttributeNS(null, "Algorithm"));
    }

    private static boolean verified(Document document, Element signature, Collection<PublicKey> keys) {
        document.getDocumentElement().setIdAttributeNS(null, "ID", true);
        try {
            return XMLSignatureUtil.validateSingleNode(signature, new HardcodedKeyLocator(keys));
        } catch (MarshalException | XMLSignatureException | RuntimeException noSignature) {
            // Of a signature that is none, the library and the JDK's provider complain in all sorts of ways.
            return false;
        }
    }

    private static boolean verified(QuerySignature signature, Collection<PublicKey> keys) {
        String method = METHODS.get(signature.algorithm());
        if (method == null) return false;
        return keys.stream().anyMatch(key -> verified(signature, method, key));
    }

    private static boolean verified(QuerySignature signature, String method, PublicKey key) {
        try {
            Signature check = Signature.getInstance(method);
            check.initVerify(key);
            check.update(signature.signed());
            return check.verify(signature.value());
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
