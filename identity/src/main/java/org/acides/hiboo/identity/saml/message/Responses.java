package org.acides.hiboo.identity.saml.message;

import static org.acides.hiboo.identity.saml.message.Models.time;
import static org.acides.hiboo.identity.saml.message.Models.uri;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys.Certified;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.dom.saml.v2.assertion.AudienceRestrictionType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextClassRefType;
import org.keycloak.dom.saml.v2.assertion.AuthnContextType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.ConditionsType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationType;
import org.keycloak.dom.saml.v2.assertion.SubjectType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.api.saml.v2.request.SAML2Request;

/** Writes answers to sign-on requests (SAML V2.0 Core §3.3.3, Profiles §4.1.4.2). */
public final class Responses {

    /** How long an assertion may be on its way. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** How far another's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final String BY_URI = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
    private static final String BASIC = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

    private Responses() {}

    /**
     * XML with the assertion and the whole signed.
     *
     * @param encryption what the assertion is encrypted for, or null for nothing
     */
    public static String success(Assertion said, Certified key, @Nullable PublicKey encryption) {
        ResponseType response = frame(said.issuer(), said.consumer(), said.inResponseTo(), said.now());
        response.setStatus(Models.status("Success", null));
        response.addAssertion(new ResponseType.RTChoiceType(assertion(said)));
        try {
            return Signing.response(SAML2Request.convert(response), key, encryption);
        } catch (ProcessingException | ParsingException | ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** XML, signed. */
    public static String failure(Failure failure, Certified key) {
        ResponseType response = frame(failure.issuer(), failure.consumer(), failure.inResponseTo(), failure.now());
        response.setStatus(Models.status(failure.requester() ? "Requester" : "Responder", failure.reason()));
        try {
            return Signing.message(SAML2Request.convert(response), key);
        } catch (ProcessingException | ParsingException | ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseType frame(String issuer, URI consumer, String inResponseTo, Instant now) {
        ResponseType response = new ResponseType(Models.id(), time(now));
        response.setIssuer(Models.issuer(issuer));
        response.setDestination(consumer.toString());
        if (!inResponseTo.isEmpty()) response.setInResponseTo(inResponseTo);
        return response;
    }

    private static AssertionType assertion(Assertion said) {
        AssertionType assertion = new AssertionType(Models.id(), time(said.now()));
        assertion.setIssuer(Models.issuer(said.issuer()));
        assertion.setSubject(subject(said));
        assertion.setConditions(conditions(said));
        assertion.addStatement(authentication(said));
        if (!said.attributes().isEmpty()) assertion.addStatement(attributes(said.attributes()));
        return assertion;
    }

    private static SubjectType subject(Assertion said) {
        SubjectConfirmationDataType data = new SubjectConfirmationDataType();
        data.setRecipient(said.consumer().toString());
        data.setNotOnOrAfter(time(said.now().plus(FRESH)));
        if (!said.inResponseTo().isEmpty()) data.setInResponseTo(said.inResponseTo());
        SubjectConfirmationType confirmation = new SubjectConfirmationType();
        confirmation.setMethod(BEARER);
        confirmation.setSubjectConfirmationData(data);
        SubjectType.STSubType who = new SubjectType.STSubType();
        who.addBaseID(Models.nameId(said.name(), said.issuer(), said.audience()));
        SubjectType subject = new SubjectType();
        subject.setSubType(who);
        subject.addConfirmation(confirmation);
        return subject;
    }

    private static ConditionsType conditions(Assertion said) {
        AudienceRestrictionType audience = new AudienceRestrictionType();
        audience.addAudience(uri(said.audience()));
        ConditionsType conditions = new ConditionsType();
        conditions.setNotBefore(time(said.now().minus(SKEW)));
        conditions.setNotOnOrAfter(time(said.now().plus(FRESH)));
        conditions.addCondition(audience);
        return conditions;
    }

    private static AuthnStatementType authentication(Assertion said) {
        AuthnContextType.AuthnContextTypeSequence how = new AuthnContextType.AuthnContextTypeSequence();
        how.setClassRef(new AuthnContextClassRefType(uri(said.context())));
        AuthnContextType context = new AuthnContextType();
        context.setSequence(how);
        AuthnStatementType statement = new AuthnStatementType(time(said.provedAt()));
        statement.setSessionIndex(said.sessionIndex());
        statement.setAuthnContext(context);
        return statement;
    }

    private static AttributeStatementType attributes(Map<String, String> values) {
        AttributeStatementType statement = new AttributeStatementType();
        new TreeMap<>(values).forEach((name, value) -> {
            AttributeType attribute = new AttributeType(name);
            attribute.setNameFormat(name.matches("(urn|https?):.*") ? BY_URI : BASIC);
            attribute.addAttributeValue(value);
            statement.addAttribute(new ASTChoiceType(attribute));
        });
        return statement;
    }
}
