package org.acides.hiboo.infrastructure.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Writes the one kind of certificate that is needed (RFC 5280 §4.1, in DER): version 3, RSA with SHA-256, one common name
 * that is issuer and subject, for signing alone.
 */
final class SelfSigned {

    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8 = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME = 0x17;
    private static final byte[] VERSION_3 = HexFormat.of().parseHex("a003020102");
    private static final byte[] SHA256_WITH_RSA = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");

    /** Key usage (§4.2.1.3): digital signature, and critical. */
    private static final byte[] EXTENSIONS =
            HexFormat.of().parseHex("a312" + "3010" + "300e" + "0603551d0f0101ff040403020780");

    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private SelfSigned() {}

    /** @param pair RSA */
    static X509Certificate certificate(String name, KeyPair pair, Instant from, Instant to) {
        byte[] serial = new byte[16];
        RANDOM.nextBytes(serial);
        serial[0] = (byte) (serial[0] & 0x3f | 0x40); // positive, and as short as DER wants it
        byte[] named =
                der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, name.getBytes(StandardCharsets.UTF_8)))));
        byte[] body = der(
                SEQUENCE,
                VERSION_3,
                der(INTEGER, serial),
                SHA256_WITH_RSA,
                named,
                der(SEQUENCE, time(from), time(to)),
                named,
                pair.getPublic().getEncoded(),
                EXTENSIONS);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(body);
            byte[] whole = der(SEQUENCE, body, SHA256_WITH_RSA, der(BIT_STRING, new byte[1], signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In two digits of the year until 2049 (§4.1.2.5). */
    private static byte[] time(Instant at) {
        boolean late = at.atZone(ZoneOffset.UTC).getYear() > 2049;
        String text = (late ? LONG : SHORT).format(at);
        return der(late ? GENERALIZED_TIME : UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) content.writeBytes(part);
        int length = content.size();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(length + 4);
        whole.write(tag);
        if (length < 0x80) whole.write(length);
        else if (length < 0x100) whole.writeBytes(new byte[] {(byte) 0x81, (byte) length});
        else whole.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
