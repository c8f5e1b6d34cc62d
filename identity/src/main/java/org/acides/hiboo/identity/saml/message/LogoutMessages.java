package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Names.ASSERTION;
import static org.acides.hiboo.identity.saml.message.Names.PROTOCOL;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.api.saml.v2.request.SAML2Request;
import org.keycloak.saml.processing.api.saml.v2.response.SAML2Response;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads and writes the messages of single logout. */
public final class LogoutMessages {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 20;

    private LogoutMessages() {}

    /**
     * A message on its way.
     *
     * @param name {@code SAMLRequest} or {@code SAMLResponse}
     * @param xml signed inside, unless it travels in a query, which is signed itself
     */
    public record Sent(String id, String name, String xml) {}

    /** @throws Refusal MALFORMED, TIME, or SIGNATURE for a signature that proves nothing whoever made it */
    public static Received<LogoutRequest> request(Envelope envelope, Clock clock) {
        return Messages.read(envelope, "LogoutRequest", (head, root) -> request(head, root, clock.instant()));
    }

    private static LogoutRequest request(Head head, Element root, Instant now) {
        Xml.attribute(root, "NotOnOrAfter").map(Messages::time).ifPresent(end -> {
            if (!end.isAfter(now)) throw new Refusal(Why.TIME);
        });
        String name = Xml.child(root, ASSERTION, "NameID")
                .map(Xml::text)
                .map(Messages::bounded)
                .orElseThrow(() -> new Refusal(Why.MALFORMED));
        List<String> indexes = Xml.children(root, PROTOCOL, "SessionIndex").stream()
                .map(Xml::text)
                .map(Messages::bounded)
                .toList();
        if (indexes.size() > MOST) throw new Refusal(Why.MALFORMED);
        return new LogoutRequest(head, name, indexes);
    }

    /** @throws Refusal as above */
    public static Received<LogoutAnswer> answer(Envelope envelope) {
        return Messages.read(
                envelope,
                "LogoutResponse",
                (head, root) -> new LogoutAnswer(
                        head,
                        Messages.bounded(Xml.attribute(root, "InResponseTo").orElse("")),
                        Xml.child(root, PROTOCOL, "Status")
                                .flatMap(status -> Xml.child(status, PROTOCOL, "StatusCode"))
                                .filter(code ->
                                        code.getAttributeNS(null, "Value").equals(Names.STATUS + "Success"))
                                .filter(code ->
                                        Xml.child(code, PROTOCOL, "StatusCode").isEmpty())
                                .isPresent()));
    }

    /** Asks a service provider to sign somebody out. */
    public static Sent request(
            String issuer,
            String audience,
            URI address,
            Binding binding,
            NameIdentifier name,
            String sessionIndex,
            Certified key,
            Instant now) {
        LogoutRequestType request = new LogoutRequestType(Models.id(), Models.time(now));
        request.setIssuer(Models.issuer(issuer));
        request.setDestination(address);
        request.setNotOnOrAfter(Models.time(now.plus(FRESH)));
        request.setNameID(Models.nameId(name, issuer, audience));
        request.addSessionIndex(sessionIndex);
        try {
            return new Sent(request.getID(), "SAMLRequest", text(SAML2Request.convert(request), binding, key));
        } catch (ProcessingException | ConfigurationException | ParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param partial somebody may still be signed in elsewhere (SAML V2.0 Core §3.7.3.2) */
    public static Sent answer(
            String issuer,
            URI address,
            Binding binding,
            String inResponseTo,
            boolean partial,
            Certified key,
            Instant now) {
        StatusResponseType answer = new StatusResponseType(Models.id(), Models.time(now));
        answer.setIssuer(Models.issuer(issuer));
        answer.setDestination(address.toString());
        answer.setInResponseTo(inResponseTo);
        answer.setStatus(Models.status("Success", partial ? "PartialLogout" : null));
        try {
            return new Sent(answer.getID(), "SAMLResponse", text(SAML2Response.convert(answer), binding, key));
        } catch (ProcessingException | ConfigurationException | ParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Document document, Binding binding, Certified key)
            throws ProcessingException, ConfigurationException {
        return binding == Binding.POST ? Signing.message(document, key) : Signing.text(document);
    }
}
