package org.acides.hiboo.identity.profile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/**
 * What the picker hands to the door behind it: the profile just picked, for this session and this service alone, for
 * five minutes. 75 characters of base64url: the profile, when it ends, and a MAC over all that it holds for.
 */
@Component
public class PickedProfile {

    private static final String KEY = "identity.picked-profile";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int MAC = 32;
    private static final int LENGTH = 16 + 8 + MAC;

    private final Keyring keyring;
    private final Profiles profiles;
    private final Clock clock;

    PickedProfile(Keyring keyring, Profiles profiles, Clock clock) {
        this.keyring = keyring;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** @param profile the person's own, on that service: the caller has made sure */
    public String sign(SignedIn who, ServiceRef service, ProfileId profile) {
        Instant ends = clock.instant().plus(LIFETIME);
        byte[] mac = mac(who.session(), service, profile, ends.toEpochMilli());
        ByteBuffer token = ByteBuffer.allocate(LENGTH);
        put(token, profile.value());
        token.putLong(ends.toEpochMilli()).put(mac);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
    }

    /** The profile of a token signed for that session and service, unless it ended or the profile may not enter any more. */
    public Optional<ProfileId> verify(String token, SignedIn who, ServiceRef service) {
        if (token.length() != 75) return Optional.empty();
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes);
        ProfileId profile = new ProfileId(new UUID(fields.getLong(), fields.getLong()));
        long ends = fields.getLong();
        byte[] mac = new byte[MAC];
        fields.get(mac);
        if (!MessageDigest.isEqual(mac, mac(who.session(), service, profile, ends))) return Optional.empty();
        if (clock.millis() >= ends) return Optional.empty();
        return profiles.find(who.account(), service, profile).map(LiveProfile::id);
    }

    private byte[] mac(SessionId session, ServiceRef service, ProfileId profile, long ends) {
        ByteBuffer message = ByteBuffer.allocate(3 * 16 + 8);
        put(message, session.value());
        put(message, service.value());
        put(message, profile.value());
        return keyring.mac(KEY, message.putLong(ends).array());
    }

    private static void put(ByteBuffer buffer, UUID id) {
        buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}
