package org.acides.hiboo.identity.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
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

    private static final String PROOFS =
            "SELECT p.profile_id, coalesce(u.username, '') AS username, p.hash, p.email_hash,"
                    + " coalesce(l.pepper, '') AS pepper FROM identity.old_password p"
                    + " LEFT JOIN identity.unclaimed_profile u USING (profile_id)"
                    + " LEFT JOIN identity.old_list l ON l.import_id = p.import_id ";

    private final JdbcClient jdbc;
    private final Keyring keyring;

    Unclaimed(JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    /** Whether the service has a list that members claim from. */
    public boolean open(ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.profile_import"
                        + " WHERE service_id = ? AND state IN ('RUNNING', 'FINISHED'))")
                .param(service.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether its list has addresses to prove. */
    boolean knowsAddresses(ServiceRef service) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.old_password WHERE service_id = ? AND email_hash IS NOT"
                        + " NULL)")
                .param(service.value())
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
     * spread over names that nobody had as it is over those that somebody had.
     */
    Optional<Proofs> decoy(ServiceRef service, String typed) {
        byte[] mac = keyring.mac(KEY, (service + UsernamePolicy.skeleton(typed)).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(mac);
        UUID from = new UUID(bytes.getLong(), bytes.getLong());
        return decoyFrom(service, from).or(() -> decoyFrom(service, new UUID(0, 0)));
    }

    private Optional<Proofs> decoyFrom(ServiceRef service, UUID from) {
        return jdbc.sql(PROOFS
                        + "WHERE p.service_id = ? AND p.hash IS NOT NULL AND p.profile_id >= ? ORDER BY"
                        + " p.profile_id LIMIT 1")
                .params(service.value(), from)
                .query((row, number) -> new Proofs(
                        new ProfileId(row.getObject(1, UUID.class)), "", row.getString(3), null, row.getString(5)))
                .optional();
    }
}
