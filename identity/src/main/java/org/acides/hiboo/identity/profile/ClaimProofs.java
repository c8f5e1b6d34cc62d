package org.acides.hiboo.identity.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises, for some weeks after a claim, whoever proves the same old account. What the list held is destroyed by then: this
 * is made anew of what was typed, and nobody guesses against it without the keyring.
 */
@Component
public class ClaimProofs {

    private static final String PASSWORD = "identity.claim-proof-password";
    private static final String ADDRESS = "identity.claim-proof-address";

    /** @param verifier Argon2id of {@link #keyed} of the old password; null when the claim was by address */
    public record Proof(
            ProfileId profile, String username, @Nullable String verifier, byte @Nullable [] addressMac) {

        /** Never shows what it is checked by. */
        @Override
        public String toString() {
            return "Proof[" + profile + "]";
        }
    }

    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final Clock clock;
    private final Duration period;

    ClaimProofs(
            JdbcClient jdbc,
            Keyring keyring,
            Clock clock,
            @Value("${hiboo.claims.contest-period:30d}") Duration period) {
        if (period.isNegative()) throw new IllegalArgumentException("hiboo.claims.contest-period: not negative");
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.clock = clock;
        this.period = period;
    }

    /** What of a password is hashed in its place: the same however a keyboard composed it. 43 characters of base64url. */
    public String keyed(String password) {
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keyring.mac(PASSWORD, bytes));
    }

    /** By a name that the profile went by, as somebody typed it, without regard to case. */
    public Optional<Proof> find(ServiceRef service, String typed) {
        return jdbc.sql("SELECT c.profile_id, t.username, c.verifier, c.address_mac FROM identity.claim_proof c"
                        + " JOIN identity.taken_username t USING (profile_id)"
                        + " WHERE t.service_id = ? AND t.skeleton = ? AND c.expires_at > ?")
                .params(service.value(), UsernamePolicy.skeleton(typed), now())
                .query((row, number) -> new Proof(
                        new ProfileId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getBytes(4)))
                .optional()
                .filter(proof -> UsernamePolicy.sameLetters(proof.username(), typed));
    }

    /** @param addressHash SHA-256 of an address in lower case, in hex */
    public boolean proves(Proof proof, String addressHash) {
        byte[] kept = proof.addressMac();
        return kept != null && MessageDigest.isEqual(kept, mac(proof.profile(), addressHash));
    }

    /** The services on which somebody may still contest a claim. */
    public List<ServiceRef> services() {
        return jdbc
                .sql("SELECT DISTINCT service_id FROM identity.claim_proof WHERE expires_at > ?")
                .param(now())
                .query(UUID.class)
                .list()
                .stream()
                .map(ServiceRef::new)
                .toList();
    }

    /** In the claim's transaction, in place of what the list held of the account: that is destroyed. */
    void replace(ProfileId profile, ServiceRef service, @Nullable String verifier, boolean byEmail) {
        String addressHash = jdbc.sql(
                        "DELETE FROM identity.old_password WHERE profile_id = ? RETURNING coalesce(email_hash, '')")
                .param(profile.value())
                .query(String.class)
                .optional()
                .orElse("");
        if (period.isZero() || verifier == null && addressHash.isEmpty()) return;
        jdbc.sql(
                        "INSERT INTO identity.claim_proof (profile_id, service_id, verifier, address_mac, by_email, expires_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(profile.value(), service.value(), verifier)
                .param(addressHash.isEmpty() ? null : mac(profile, addressHash))
                .params(byEmail, clock.instant().plus(period).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the claim was by address. Of two who contest it at once, the second waits; empty when the time is over. */
    Optional<Boolean> lock(ProfileId profile) {
        return jdbc.sql("SELECT by_email FROM identity.claim_proof WHERE profile_id = ? AND expires_at > ? FOR UPDATE")
                .params(profile.value(), now())
                .query(Boolean.class)
                .optional();
    }

    /** Once it was contested and decided: what was decided stays so. */
    void destroy(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.claim_proof WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    void clear() {
        jdbc.sql("DELETE FROM identity.claim_proof WHERE expires_at <= ?")
                .param(now())
                .update();
    }

    private byte[] mac(ProfileId profile, String addressHash) {
        return keyring.mac(
                ADDRESS,
                ByteBuffer.allocate(48)
                        .putLong(profile.value().getMostSignificantBits())
                        .putLong(profile.value().getLeastSignificantBits())
                        .put(HexFormat.of().parseHex(addressHash))
                        .array());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
