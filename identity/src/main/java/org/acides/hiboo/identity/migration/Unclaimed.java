package org.acides.hiboo.identity.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.profile.ClaimProofs;
import org.acides.hiboo.identity.profile.UsernamePolicy;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members may claim, and with what. */
@Component
public class Unclaimed {

    private static final String KEY = "identity.claim-decoy";

    /**
     * An old account's proofs.
     *
     * @param username as it is reserved
     */
    record Proofs(
            ProfileId profile,
            String username,
            @Nullable String hash,
            @Nullable String emailHash,
            String pepper) {

        /** Never shows the hashes. */
        @Override
        public String toString() {
            return "Proofs[" + profile + "]";
        }
    }

    /** @param ours whether it is the verifier of a claimed account, and not a hash of the list's */
    record Decoy(String hash, String pepper, boolean ours) {

        /** Never shows the hash. */
        @Override
        public String toString() {
            return "Decoy[]";
        }
    }

    private static final String PROOFS =
            "SELECT p.profile_id, coalesce(u.username, '') AS username, p.hash, p.email_hash,"
                    + " coalesce(l.pepper, '') AS pepper FROM identity.old_password p"
                    + " LEFT JOIN identity.unclaimed_profile u USING (profile_id)"
                    + " LEFT JOIN identity.old_list l ON l.import_id = p.import_id ";

    private static final String DECOYS =
            "(SELECT p.profile_id, p.hash, coalesce(l.pepper, ''), false FROM identity.old_password p LEFT JOIN"
                    + " identity.old_list l USING (import_id) WHERE p.service_id = :service AND p.hash IS NOT NULL AND"
                    + " p.profile_id >= :from ORDER BY p.profile_id LIMIT 1) UNION ALL"
                    + " (SELECT profile_id, verifier, '', true FROM identity.claim_proof WHERE service_id = :service AND"
                    + " verifier IS NOT NULL AND profile_id >= :from ORDER BY profile_id LIMIT 1)"
                    + " ORDER BY 1 LIMIT 1";

    private final JdbcClient jdbc;
    private final Keyring keyring;
    private final ClaimProofs proofs;

    Unclaimed(JdbcClient jdbc, Keyring keyring, ClaimProofs proofs) {
        this.jdbc = jdbc;
        this.keyring = keyring;
        this.proofs = proofs;
    }

    /** Whether the service has a list that members claim from, or claims that may still be contested. */
    public boolean open(ServiceRef service) {
        return proofs.services().contains(service) || listed(service);
    }

    private boolean listed(ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.profile_import"
                        + " WHERE service_id = ? AND state IN ('RUNNING', 'FINISHED'))")
                .param(service.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether its list has addresses to prove. */
    boolean knowsAddresses(ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.old_password WHERE service_id = :service AND email_hash"
                        + " IS NOT NULL) OR EXISTS (SELECT 1 FROM identity.claim_proof WHERE service_id = :service AND"
                        + " address_mac IS NOT NULL)")
                .param("service", service.value())
                .query(Boolean.class)
                .single();
    }

    /** By the old username as somebody typed it, without regard to case. */
    Optional<Proofs> find(ServiceRef service, String typed) {
        return jdbc.sql(PROOFS + "WHERE u.service_id = ? AND u.skeleton = ?")
                .params(service.value(), UsernamePolicy.skeleton(typed))
                .query((row, number) -> new Proofs(
                        new ProfileId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .optional()
                .filter(proofs -> UsernamePolicy.sameLetters(proofs.username(), typed));
    }

    /**
     * Somebody else's hash, always the same for a name, to be checked where there is none for it: how long an answer takes is
     * spread over names that nobody had as it is over those that somebody had, and over those that were claimed.
     */
    Optional<Decoy> decoy(ServiceRef service, String typed) {
        byte[] mac = keyring.mac(KEY, (service + UsernamePolicy.skeleton(typed)).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        UUID from = new UUID(bytes.getLong(), bytes.getLong());
        return decoyFrom(service, from).or(() -> decoyFrom(service, new UUID(0, 0)));
    }

    private Optional<Decoy> decoyFrom(ServiceRef service, UUID from) {
        return jdbc.sql(DECOYS)
                .param("service", service.value())
                .param("from", from)
                .query((row, number) -> new Decoy(row.getString(2), row.getString(3), row.getBoolean(4)))
                .optional();
    }
}
