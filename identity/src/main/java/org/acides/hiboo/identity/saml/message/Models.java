package org.acides.hiboo.identity.saml.message;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusType;

/** The small pieces that messages are made of, as the library wants them. */
final class Models {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Models() {}

    /** An XML name with 160 random bits. */
    static String id() {
        byte[] random = new byte[20];
        RANDOM.nextBytes(random);
        return "_" + HexFormat.of().formatHex(random);
    }

    /** To the millisecond, in UTC (SAML V2.0 Core §1.3.3). */
    static XMLGregorianCalendar time(Instant at) {
        // A factory is not for two threads at once.
        return DatatypeFactory.newDefaultInstance()
                .newXMLGregorianCalendar(at.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    static URI uri(String text) {
        return URI.create(text);
    }

    static NameIDType issuer(String entityId) {
        NameIDType issuer = new NameIDType();
        issuer.setValue(entityId);
        return issuer;
    }

    static NameIDType nameId(NameIdentifier name, String issuer, String audience) {
        NameIDType nameId = new NameIDType();
        nameId.setFormat(uri(name.format()));
        nameId.setValue(name.value());
        if (name.qualifiers()) {
            nameId.setNameQualifier(issuer);
            nameId.setSPNameQualifier(audience);
        }
        return nameId;
    }

    /** @param second the second code's last word, or null for none */
    static StatusType status(String first, @Nullable String second) {
        StatusType status = new StatusType();
        StatusCodeType code = code(first);
        if (second != null) code.setStatusCode(code(second));
        status.setStatusCode(code);
        return status;
    }

    private static StatusCodeType code(String word) {
        StatusCodeType code = new StatusCodeType();
        code.setValue(uri(Names.STATUS + word));
        return code;
    }
}
