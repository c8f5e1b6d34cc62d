package org.acides.hiboo.infrastructure.signing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A key and a certificate that it signed itself, as somebody has them in their browser. */
public record HeldCertificate(KeyPair pair, X509Certificate certificate) {

    /** Good for an hour before and after now. */
    public static HeldCertificate named(String name) {
        return of(
                keys(2048),
                name,
                Instant.now().minusSeconds(3600),
                Instant.now().plusSeconds(3600));
    }

    public static HeldCertificate of(KeyPair pair, String name, Instant from, Instant to) {
        return new HeldCertificate(pair, SelfSigned.certificate(name, pair, from, to));
    }

    /** Of RSA. */
    public static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code Client-Cert} has it (RFC 9440 §2.1). */
    public String asByteSequence() {
        return ":" + Base64.getEncoder().encodeToString(der()) + ":";
    }

    /** As nginx's {@code $ssl_client_escaped_cert} has it. */
    public String asEscapedPem() {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der());
        return URLEncoder.encode(
                        "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n",
                        StandardCharsets.US_ASCII)
                .replace("+", "%20");
    }

    /** What its holder speaks TLS with. @param server whom they trust, alone */
    public SSLContext context(X509Certificate server) {
        return context(this, server);
    }

    /** What somebody without any speaks TLS with. */
    public static SSLContext noneTrusting(X509Certificate server) {
        return context(null, server);
    }

    private static SSLContext context(@Nullable HeldCertificate mine, X509Certificate server) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            if (mine != null)
                store.setKeyEntry(
                        "mine", mine.pair.getPrivate(), new char[0], new X509Certificate[] {mine.certificate});
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", server);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] der() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
