package org.acides.hiboo.identity.oidc.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * Signs and verifies with the JDK, in the form that JWS wants (RFC 7518 §3.1, RFC 8037 §3.1). Nimbus' own signers turn
 * each ECDSA signature from one form into another, and want a library more for Ed25519.
 */
final class Jws {

    private static final byte[] ED25519_PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final byte[] ED25519_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private Jws() {}

    static byte[] sign(JWSAlgorithm algorithm, PrivateKey key, byte[] input) {
        try {
            Signature signature = Signature.getInstance(name(algorithm));
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verify(JWSAlgorithm algorithm, PublicKey key, byte[] input, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(name(algorithm));
            signature.initVerify(key);
            signature.update(input);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static PrivateKey privateKey(JWK key) {
        try {
            return key instanceof OctetKeyPair edwards
                    ? KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(concat(ED25519_PRIVATE, edwards.getDecodedD())))
                    : ((AsymmetricJWK) key).toPrivateKey();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicKey publicKey(JWK key) {
        try {
            return key instanceof OctetKeyPair edwards
                    ? KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(concat(ED25519_PUBLIC, edwards.getDecodedX())))
                    : ((AsymmetricJWK) key).toPublicKey();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(JWSAlgorithm algorithm) {
        return switch (algorithm.getName()) {
            case "ES256" -> "SHA256withECDSAinP1363Format";
            case "RS256" -> "SHA256withRSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> throw new IllegalArgumentException("nothing here is signed with " + algorithm);
        };
    }

    private static byte[] concat(byte[] head, byte[] tail) {
        byte[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
