package org.acides.hiboo.identity.saml.message;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Wraps messages for the way that they go. */
public final class Outgoing {

    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private Outgoing() {}

    /**
     * The fields of a form (SAML V2.0 Bindings §3.5.4).
     *
     * @param name {@code SAMLRequest} or {@code SAMLResponse}
     * @param xml carries its own signature
     */
    public static Map<String, String> form(String name, String xml, String relayState) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(name, Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
        if (!relayState.isEmpty()) fields.put("RelayState", relayState);
        return fields;
    }

    /**
     * An address whose query is signed (§3.4.4.1).
     *
     * @param xml carries no signature
     */
    public static String query(URI address, String name, String xml, String relayState, PrivateKey key) {
        String query = name + "=" + encoded(deflated(xml))
                + (relayState.isEmpty() ? "" : "&RelayState=" + encode(relayState))
                + "&SigAlg=" + encode(RSA_SHA256);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(query.getBytes(StandardCharsets.US_ASCII));
            return address + (address.getRawQuery() == null ? "?" : "&") + query + "&Signature="
                    + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflated(String xml) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(xml.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[4096];
            while (!deflater.finished()) out.write(chunk, 0, deflater.deflate(chunk));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static String encoded(byte[] bytes) {
        return encode(Base64.getEncoder().encodeToString(bytes));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
