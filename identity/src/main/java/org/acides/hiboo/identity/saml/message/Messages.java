package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Names.ASSERTION;
import static org.acides.hiboo.identity.saml.message.Names.PROTOCOL;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads messages, from the very document whose signature is verified. */
public final class Messages {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,255}");
    private static final int LONGEST = 1024;
    private static final int MOST = 20;

    private Messages() {}

    /** @throws Refusal MALFORMED, or SIGNATURE for a signature that proves nothing whoever made it */
    public static Received<SignOnRequest> signOnRequest(Envelope envelope) {
        return read(envelope, "AuthnRequest", Messages::signOnRequest);
    }

    private static SignOnRequest signOnRequest(Head head, Element root) {
        Optional<Element> policy = Xml.child(root, PROTOCOL, "NameIDPolicy");
        Optional<Element> context = Xml.child(root, PROTOCOL, "RequestedAuthnContext");
        return new SignOnRequest(
                head,
                bounded(Xml.attribute(root, "AssertionConsumerServiceURL").orElse("")),
                number(root, "AssertionConsumerServiceIndex"),
                bounded(Xml.attribute(root, "ProtocolBinding").orElse("")),
                bounded(policy.flatMap(each -> Xml.attribute(each, "Format")).orElse("")),
                Xml.truth(root, "ForceAuthn"),
                Xml.truth(root, "IsPassive"),
                contexts(context),
                context.flatMap(each -> Xml.attribute(each, "Comparison")).orElse("exact"),
                subject(root));
    }

    private static List<String> contexts(Optional<Element> context) {
        List<String> names = context.stream()
                .flatMap(each -> Xml.children(each, ASSERTION, "AuthnContextClassRef").stream())
                .map(Xml::text)
                .map(Messages::bounded)
                .toList();
        if (names.size() > MOST) throw new Refusal(Why.MALFORMED);
        return names;
    }

    private static String subject(Element root) {
        return Xml.child(root, ASSERTION, "Subject")
                .flatMap(subject -> Xml.child(subject, ASSERTION, "NameID"))
                .map(Xml::text)
                .map(Messages::bounded)
                .orElse("");
    }

    static <T> Received<T> read(Envelope envelope, String kind, BiFunction<Head, Element, T> content) {
        Document document;
        try {
            document = Xml.parse(envelope.xml());
        } catch (SAXException noXml) {
            throw new Refusal(Why.MALFORMED);
        }
        Element root = document.getDocumentElement();
        if (!Xml.is(root, PROTOCOL, kind)) throw new Refusal(Why.MALFORMED);
        Head head = head(root);
        return new Received<>(head, content.apply(head, root), Signatures.of(envelope, document, head.id()));
    }

    private static Head head(Element root) {
        String id = Xml.attribute(root, "ID").orElse("");
        String issuer = Xml.child(root, ASSERTION, "Issuer").map(Xml::text).orElse("");
        boolean whole = NAME.matcher(id).matches()
                && !issuer.isEmpty()
                && Xml.attribute(root, "Version").equals(Optional.of("2.0"));
        if (!whole) throw new Refusal(Why.MALFORMED);
        return new Head(
                id,
                bounded(issuer),
                time(Xml.attribute(root, "IssueInstant").orElse("")),
                bounded(Xml.attribute(root, "Destination").orElse("")));
    }

    static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noTime) {
            throw new Refusal(Why.MALFORMED);
        }
    }

    private static OptionalInt number(Element element, String name) {
        Optional<String> text = Xml.attribute(element, name);
        if (text.isEmpty()) return OptionalInt.empty();
        if (!text.get().matches("[0-9]{1,5}")) throw new Refusal(Why.MALFORMED);
        return OptionalInt.of(Integer.parseInt(text.get()));
    }

    static String bounded(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) throw new Refusal(Why.MALFORMED);
        return text;
    }
}
