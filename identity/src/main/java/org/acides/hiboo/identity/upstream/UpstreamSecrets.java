package org.acides.hiboo.identity.upstream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Hiboo proves to each provider that it is their client. Each secret has a key of its own, and goes with it. */
@Component
public class UpstreamSecrets {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    UpstreamSecrets(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    public Optional<String> find(UpstreamId id) {
        return sealed(id).flatMap(secret -> sealer.open(secret, String.class));
    }

    /** Takes the place of the one before. */
    void store(UpstreamId id, String secret) {
        forget(id);
        Sealed<String> sealed = sealer.seal(UUID.randomUUID(), secret);
        jdbc.sql("INSERT INTO identity.upstream_secret (upstream_id, secret_subject, secret_box) VALUES (?, ?, ?)")
                .params(id.value(), sealed.subject(), sealed.box())
                .update();
    }

    void forget(UpstreamId id) {
        sealed(id).ifPresent(before -> {
            jdbc.sql("DELETE FROM identity.upstream_secret WHERE upstream_id = ?")
                    .param(id.value())
                    .update();
            sealer.erase(before.subject());
        });
    }

    private Optional<Sealed<String>> sealed(UpstreamId id) {
        return jdbc.sql("SELECT secret_subject, secret_box FROM identity.upstream_secret WHERE upstream_id = ?")
                .param(id.value())
                .query(UpstreamSecrets::secret)
                .optional();
    }

    private static Sealed<String> secret(ResultSet row, int number) throws SQLException {
        return new Sealed<>(row.getObject("secret_subject", UUID.class), row.getString("secret_box"));
    }
}
