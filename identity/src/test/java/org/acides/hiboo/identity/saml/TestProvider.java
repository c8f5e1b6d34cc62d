package org.acides.hiboo.identity.saml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Attributes;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Binding;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Consumer;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Logout;
import org.acides.hiboo.catalog.api.SamlServiceProvider.NameId;

/** A service provider of the tests' own, which signs with the JDK alone. */
public record TestProvider(String entityId, PrivateKey key, X509Certificate certificate) {

    public static final URI ACS = URI.create("https://wiki.example/acs");
    public static final URI OTHER_ACS = URI.create("https://wiki.example/other");
    public static final URI SLO = URI.create("https://wiki.example/slo");
    public static final URI SLO_ANSWERS = URI.create("https://wiki.example/slo-answers");
    static final String SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    public static TestProvider named(String entityId) {
        return of(entityId, "provider");
    }

    /** Of the same name, with keys that nobody registered. */
    public TestProvider impostor() {
        return of(entityId, "stranger");
    }

    private static TestProvider of(String entityId, String keys) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(resource(keys + ".key")));
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(resource(keys + ".crt")));
            return new TestProvider(entityId, key, certificate);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] resource(String name) {
        try (var in = TestProvider.class.getResourceAsStream("/saml/" + name)) {
            if (in == null) throw new AssertionError(name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String certificateText() {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As an administrator would register it. */
    public SamlServiceProvider definition(boolean signedRequests, boolean encrypted, Binding logout) {
        return new SamlServiceProvider(
                entityId,
                List.of(new Consumer(ACS, 0), new Consumer(OTHER_ACS, 3)),
                new Logout(logout, SLO, SLO_ANSWERS),
                List.of(certificateText()),
                encrypted ? certificateText() : "",
                signedRequests,
                NameId.PERSISTENT,
                new Attributes("uid", "urn:oid:0.9.2342.19200300.100.1.3", "displayName"),
                true);
    }

    /** The query of a message, signed or not. */
    public String query(String name, String xml, String relayState, boolean signed) {
        String query =
                name + "=" + encode(Base64.getEncoder().encodeToString(deflate(xml.getBytes(StandardCharsets.UTF_8))));
        if (!relayState.isEmpty()) query += "&RelayState=" + encode(relayState);
        return signed ? sign(query, SHA256, "SHA256withRSA") : query;
    }

    public String sign(String query, String algorithm, String java) {
        String whole = query + "&SigAlg=" + encode(algorithm);
        try {
            Signature signature = Signature.getInstance(java);
            signature.initSign(key);
            signature.update(whole.getBytes(StandardCharsets.UTF_8));
            return whole + "&Signature=" + encode(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static Map<String, String> form(String name, String xml, String relayState) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(name, Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)));
        if (!relayState.isEmpty()) fields.put("RelayState", relayState);
        return fields;
    }

    /** A message with its signature inside. */
    public String signed(String xml) {
        return TestXml.text(TestXml.sign(TestXml.parse(xml), key, certificate));
    }

    public static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        while (!deflater.finished()) out.write(chunk, 0, deflater.deflate(chunk));
        deflater.end();
        return out.toByteArray();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
