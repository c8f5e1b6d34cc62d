package org.acides.hiboo.identity.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A passkey and the browser around it, written from the specification and apart from the library that checks them: what it
 * says can be made wrong in each place.
 */
public final class SoftwarePasskey {

    public static final int PRESENT = 0x01;
    public static final int VERIFIED = 0x04;
    public static final int SYNCED = 0x18;
    private static final int MADE = 0x40;

    private final KeyPair keys = fresh();
    private final byte[] id = random(32);
    public String origin;
    public String party = "localhost";
    public int flags = PRESENT | VERIFIED;
    public long count;
    public String user = "";

    public SoftwarePasskey(String origin) {
        this.origin = origin;
    }

    /** What a browser's script sends after making a passkey (WebAuthn §6.3.2, attestation «none»). */
    public Map<String, String> made(String options) {
        JsonNode asked = JsonMapper.shared().readTree(options);
        user = asked.at("/user/id").asString();
        byte[] authenticator =
                authenticator(flags | MADE, bytes(new byte[16], new byte[] {0, (byte) id.length}, id, cose((ECPublicKey)
                        keys.getPublic())));
        byte[] attestation = bytes(
                hex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                new byte[] {(byte) authenticator.length},
                authenticator);
        Map<String, String> fields = new HashMap<>();
        fields.put("client", text(client("webauthn.create", asked)));
        fields.put("attestation", text(attestation));
        return fields;
    }

    /** What a browser's script sends after signing (WebAuthn §6.3.3). */
    public Map<String, String> signed(String options) {
        byte[] client = client("webauthn.get", JsonMapper.shared().readTree(options));
        byte[] authenticator = authenticator(flags, new byte[0]);
        Map<String, String> fields = new HashMap<>();
        fields.put("credential", credential());
        fields.put("client", text(client));
        fields.put("authenticator", text(authenticator));
        fields.put("signature", text(signature(bytes(authenticator, sha256(client)))));
        fields.put("user", user);
        return fields;
    }

    public String credential() {
        return text(id);
    }

    private byte[] client(String type, JsonNode asked) {
        String challenge = asked.at("/challenge").asString();
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticator(int flags, byte[] rest) {
        return bytes(
                sha256(party.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt((int) count).array(),
                rest);
    }

    /** ES256 (RFC 9053 §2.1, §7.1). */
    private static byte[] cose(ECPublicKey key) {
        return bytes(
                hex("a501020326200121" + "5820"),
                unsigned(key.getW().getAffineX().toByteArray()),
                hex("225820"),
                unsigned(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] unsigned(byte[] number) {
        byte[] all = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, all, 32 - length, length);
        return all;
    }

    private byte[] signature(byte[] what) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(what);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair fresh() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] what) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(what);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
