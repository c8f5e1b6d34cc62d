package org.acides.hiboo.identity.moving;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.acides.hiboo.infrastructure.api.Refused;

/** A signed bundle as the member carries it: encrypted to the code (RFC 7516 compact, {@code dir}, {@code A256GCM}). */
final class BundleFile {

    /** In bytes: a few hundred profiles. */
    static final int LARGEST = 240 * 1024;

    private BundleFile() {}

    static byte[] close(String jws, String code) {
        JWEObject file = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                        .contentType("JWT")
                        .build(),
                new Payload(jws));
        try {
            file.encrypt(new DirectEncrypter(MoveCode.key(code)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return file.serialize().getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws Refused {@code bundle.too-large}, {@code bundle.unreadable}: another code, or a file that was changed */
    static String open(byte[] bytes, String code) {
        if (bytes.length > LARGEST) throw new Refused("bundle.too-large");
        try {
            JWEObject file = JWEObject.parse(new String(bytes, StandardCharsets.US_ASCII).strip());
            boolean ours = JWEAlgorithm.DIR.equals(file.getHeader().getAlgorithm())
                    && EncryptionMethod.A256GCM.equals(file.getHeader().getEncryptionMethod())
                    && file.getHeader().getCompressionAlgorithm() == null;
            if (!ours) throw new Refused("bundle.unreadable");
            file.decrypt(new DirectDecrypter(MoveCode.key(code)));
            return file.getPayload().toString();
        } catch (ParseException | JOSEException | IllegalStateException unreadable) {
            throw new Refused("bundle.unreadable");
        }
    }
}
