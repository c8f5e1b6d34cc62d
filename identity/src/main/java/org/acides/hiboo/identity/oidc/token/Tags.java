package org.acides.hiboo.identity.oidc.token;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.KeptSubjects;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/** Names for what must not be named: each a MAC, of a key of its own, that joins nothing to whoever lacks the key. */
@Component
class Tags implements Subjects {

    private static final String SUBJECT = "identity.pairwise-subject";
    private static final String SESSION = "identity.oidc-session";
    private static final String SID = "identity.oidc-sid";
    private static final String DELAY = "identity.oidc-delay";
    private static final long MICROS_A_DAY = Duration.ofDays(1).toNanos() / 1000;
    private static final String VEIL = "identity.oidc-holder-key";
    private static final String MASK = "identity.oidc-authenticated-at";

    private final Keyring keyring;
    private final KeptSubjects kept;

    Tags(Keyring keyring, KeptSubjects kept) {
        this.keyring = keyring;
        this.kept = kept;
    }

    /** 43 characters of base64url; or what another community called a profile that came from there. */
    @Override
    public String of(ServiceRef service, ProfileId profile) {
        return kept.of(profile).orElseGet(() -> own(service, profile));
    }

    @Override
    public String own(ServiceRef service, ProfileId profile) {
        return text(keyring.mac(SUBJECT, bytes(service.value(), profile.value())));
    }

    /** Differs from profile to profile: were it the session's alone, it would join those that entered in one session. */
    byte[] tag(SessionId session, ProfileId profile) {
        return keyring.mac(SESSION, bytes(session.value(), profile.value()));
    }

    @Override
    public String session(SessionId session, ProfileId profile) {
        return sid(tag(session, profile));
    }

    /** {@code sid} (OpenID Connect Front-Channel Logout §3), pairwise like the subject. */
    String sid(byte[] sessionTag) {
        return text(keyring.mac(SID, sessionTag));
    }

    /** Hides seconds since 1970 in a row, and shows them again: one session's is the same in the rows of each profile. */
    long mask(UUID row, long seconds) {
        return seconds ^ ByteBuffer.wrap(keyring.mac(MASK, bytes(row))).getLong();
    }

    /**
     * How far the times of a row are put off: up to a day, by a secret of the row's own. When somebody entered would
     * otherwise tell, beside the table of sessions, who it was.
     */
    Duration delay(UUID row) {
        long random = ByteBuffer.wrap(keyring.mac(DELAY, bytes(row))).getLong();
        return Duration.of(Math.floorMod(random, MICROS_A_DAY), ChronoUnit.MICROS);
    }

    /** Hides the thumbprint of a key in a row: one application's is the same in the rows of each profile that uses it. */
    byte[] veil(UUID row, String thumbprint) {
        return xor(keyring.mac(VEIL, bytes(row)), Base64.getUrlDecoder().decode(thumbprint));
    }

    String unveil(UUID row, byte[] veiled) {
        return text(xor(keyring.mac(VEIL, bytes(row)), veiled));
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] both = new byte[one.length];
        for (int i = 0; i < both.length; i++) both[i] = (byte) (one[i] ^ other[i]);
        return both;
    }

    private static String text(byte[] mac) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] bytes(UUID... ids) {
        ByteBuffer message = ByteBuffer.allocate(16 * ids.length);
        for (UUID id : ids) message.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return message.array();
    }
}
