package org.acides.hiboo.identity.saml;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-on request as XML, to be changed before it is written. */
public final class AuthnRequest {

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String issuer;
    private String inside = "";

    public AuthnRequest(String issuer, String destination, Instant now) {
        this.issuer = issuer;
        attributes.put("ID", "_" + UUID.randomUUID());
        attributes.put("Version", "2.0");
        attributes.put("IssueInstant", now.truncatedTo(ChronoUnit.MILLIS).toString());
        attributes.put("Destination", destination);
        attributes.put("AssertionConsumerServiceURL", TestProvider.ACS.toString());
    }

    /** Null takes it away. */
    public AuthnRequest with(String attribute, @Nullable String value) {
        if (value == null) attributes.remove(attribute);
        else attributes.put(attribute, value);
        return this;
    }

    public AuthnRequest issuer(String other) {
        issuer = other;
        return this;
    }

    public AuthnRequest name(String format) {
        inside += "<samlp:NameIDPolicy Format=\"" + format + "\"/>";
        return this;
    }

    public AuthnRequest subject(String name) {
        inside += "<saml:Subject><saml:NameID>" + name + "</saml:NameID></saml:Subject>";
        return this;
    }

    public AuthnRequest context(String comparison, String... classes) {
        inside += "<samlp:RequestedAuthnContext Comparison=\"" + comparison + "\">";
        for (String each : classes) inside += "<saml:AuthnContextClassRef>" + each + "</saml:AuthnContextClassRef>";
        inside += "</samlp:RequestedAuthnContext>";
        return this;
    }

    public String id() {
        return attributes.getOrDefault("ID", "");
    }

    public String xml() {
        StringBuilder xml = new StringBuilder("<samlp:AuthnRequest xmlns:samlp=\"" + TestXml.PROTOCOL
                + "\" xmlns:saml=\"" + TestXml.ASSERTION + "\"");
        attributes.forEach((name, value) ->
                xml.append(' ').append(name).append("=\"").append(value).append('"'));
        return xml + "><saml:Issuer>" + issuer + "</saml:Issuer>" + inside + "</samlp:AuthnRequest>";
    }
}
