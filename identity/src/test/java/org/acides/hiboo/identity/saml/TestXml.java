package org.acides.hiboo.identity.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML with nothing but the JDK, to judge from outside what the library does. */
public final class TestXml {

    public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private TestXml() {}

    public static Document parse(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
    }

    public static String text(Node node) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new AssertionError(e);
        }
    }

    /** Signs the root, behind its issuer. */
    static Document sign(Document document, PrivateKey key, X509Certificate certificate) {
        Element root = document.getDocumentElement();
        root.setIdAttribute("ID", true);
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        try {
            Reference reference = factory.newReference(
                    "#" + root.getAttribute("ID"),
                    factory.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            SignedInfo info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(TestProvider.SHA256, null),
                    List.of(reference));
            KeyInfoFactory infos = factory.getKeyInfoFactory();
            KeyInfo keyInfo = infos.newKeyInfo(List.of(infos.newX509Data(List.of(certificate))));
            Node behind = first(root, ASSERTION, "Issuer").getNextSibling();
            DOMSignContext context =
                    behind == null ? new DOMSignContext(key, root) : new DOMSignContext(key, root, behind);
            context.setDefaultNamespacePrefix("ds");
            factory.newXMLSignature(info, keyInfo).sign(context);
            return document;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Whether an element carries, as its child, a signature over itself by that key. */
    public static boolean signedBy(Element element, PublicKey key) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element child
                    && DSIG.equals(child.getNamespaceURI())
                    && child.getLocalName().equals("Signature")) {
                element.setIdAttribute("ID", true);
                try {
                    DOMValidateContext context = new DOMValidateContext(key, child);
                    XMLSignature signature =
                            XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
                    Reference reference =
                            signature.getSignedInfo().getReferences().getFirst();
                    return reference.getURI().equals("#" + element.getAttribute("ID")) && signature.validate(context);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        return false;
    }

    public static Element first(Element within, String namespace, String name) {
        Node found = within.getElementsByTagNameNS(namespace, name).item(0);
        if (found == null) throw new AssertionError("no " + name + " in " + text(within));
        return (Element) found;
    }

    public static boolean has(Element within, String namespace, String name) {
        return within.getElementsByTagNameNS(namespace, name).getLength() > 0;
    }
}
