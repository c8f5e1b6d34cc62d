package org.acides.hiboo.identity.oidc.token;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The grants of live profiles. Whatever must happen once is one conditional statement, of which one caller wins. */
@Component
class Grants {

    private static final String COLUMNS =
            Seen.NOTED + "INSERT INTO identity.oidc_grant (grant_id, service_id, profile_id, session_tag,"
                    + " offline, scopes, redirect_uri, nonce, code_challenge, id_claims, userinfo_claims, methods,"
                    + " authenticated_at, code_hash, code_ends_at, ends_at, holder_key) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    // A code that a crash took away is asked for again, unnoticed: its commit need not wait for the disk.
    private static final String LOOSELY = " FROM (SELECT set_config('synchronous_commit', 'off', true)) AS loosely";

    private static final String LATEST =
            " access_hash = ?, access_scopes = ?, access_ends_at = ?, refresh_hash = ?, refresh_ends_at = ?,"
                    + " holder_key = ?";

    private final JdbcClient jdbc;
    private final Tags tags;
    private final Clock clock;

    Grants(JdbcClient jdbc, Tags tags, Clock clock) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.clock = clock;
    }

    Optional<Grant> byCode(byte[] hash) {
        return jdbc.sql(GrantRow.SELECT + "g.code_hash = ?")
                .param(hash)
                .query((row, number) -> GrantRow.read(row, tags))
                .optional();
    }

    Optional<Grant> byId(UUID id) {
        return jdbc.sql(GrantRow.SELECT + "g.grant_id = ?")
                .param(id)
                .query((row, number) -> GrantRow.read(row, tags))
                .optional();
    }

    /**
     * In a transaction of somebody else's, its other statements decide how durable it is.
     *
     * @param today under the profile's mask
     */
    void issue(Grant grant, byte[] codeHash, long today) {
        boolean alone = !TransactionSynchronizationManager.isActualTransactionActive();
        jdbc.sql(COLUMNS + (alone ? LOOSELY : ""))
                .param(grant.grantee().profile().value())
                .param(today)
                .param(grant.id())
                .param(grant.service().value())
                .param(grant.grantee().profile().value())
                .param(grant.grantee().sessionTag())
                .param(grant.scopes().contains("offline_access"))
                .param(words(grant.scopes()))
                .param(grant.code().redirectUri())
                .param(grant.nonce())
                .param(grant.code().challenge())
                .param(words(grant.idClaims()))
                .param(words(grant.userinfoClaims()))
                .param(words(grant.grantee().methods()))
                .param(tags.mask(grant.id(), grant.grantee().authenticatedAt().getEpochSecond()))
                .param(codeHash)
                .param(later(grant.id(), grant.code().endsAt()))
                .param(later(grant.id(), grant.endsAt()))
                .param(veil(grant.id(), grant.key()))
                .update();
    }

    /**
     * False when somebody was faster, or when the grant is over.
     *
     * @param key thumbprint of the key that whoever refreshes must hold, or null
     */
    boolean redeem(UUID id, Grant.Latest latest, @Nullable String key) {
        return write(latest, key, "redeemed = true,", id, " AND NOT redeemed").update() == 1;
    }

    /** False when the presented token is no longer the newest, or when the grant is over. */
    boolean rotate(UUID id, byte[] presented, Grant.Latest latest, @Nullable String key) {
        return write(latest, key, "", id, " AND refresh_hash = ?")
                        .param(presented)
                        .update()
                == 1;
    }

    void end(UUID id) {
        jdbc.sql("DELETE FROM identity.oidc_grant WHERE grant_id = ?").param(id).update();
    }

    /** Everything that those profiles granted, offline access too. */
    void endOf(Collection<UUID> profiles) {
        for (String table : new String[] {"identity.oidc_grant", "identity.oidc_pending"})
            jdbc.sql("DELETE FROM " + table + " WHERE profile_id = ANY(?)")
                    .param(profiles.toArray(UUID[]::new))
                    .update();
    }

    /** What hangs on those sessions: all but offline access. */
    void endIn(byte[][] sessionTags) {
        jdbc.sql("DELETE FROM identity.oidc_grant WHERE session_tag = ANY(?) AND NOT offline")
                .param(sessionTags)
                .update();
        jdbc.sql("DELETE FROM identity.oidc_pending WHERE session_tag = ANY(?)")
                .param(sessionTags)
                .update();
    }

    /** Takes from the service's grants what it may no longer ask for. */
    void narrow(UUID service, String[] scopes) {
        jdbc.sql("UPDATE identity.oidc_grant SET scopes = (SELECT coalesce(string_agg(word, ' '), '')"
                        + " FROM unnest(string_to_array(scopes, ' ')) word WHERE word = ANY(?)),"
                        + " offline = offline AND 'offline_access' = ANY(?)"
                        + " WHERE service_id = ? AND NOT string_to_array(scopes, ' ') <@ ?::text[]")
                .param(scopes)
                .param(scopes)
                .param(service)
                .param(scopes)
                .update();
    }

    /** All but those of the profiles named. */
    void endOthersAt(UUID service, UUID[] kept) {
        for (String table : new String[] {"identity.oidc_grant", "identity.oidc_pending"})
            jdbc.sql("DELETE FROM " + table + " WHERE service_id = ? AND profile_id <> ALL(?)")
                    .params(service, kept)
                    .update();
    }

    void endAt(UUID service) {
        for (String table : new String[] {"identity.oidc_grant", "identity.oidc_pending", "identity.oidc_consent"})
            jdbc.sql("DELETE FROM " + table + " WHERE service_id = ?")
                    .param(service)
                    .update();
    }

    /** Up to a day late, for the times in the rows are put off. */
    void purge() {
        jdbc.sql("DELETE FROM identity.oidc_grant WHERE greatest(code_ends_at, access_ends_at, refresh_ends_at) < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec write(
            Grant.Latest latest, @Nullable String key, String also, UUID id, String condition) {
        var refreshEndsAt = latest.refreshEndsAt();
        return jdbc.sql("UPDATE identity.oidc_grant SET " + also + LATEST + " WHERE grant_id = ?" + condition)
                .param(latest.accessHash())
                .param(words(latest.accessScopes()))
                .param(later(id, latest.accessEndsAt()))
                .param(latest.refreshHash())
                .param(refreshEndsAt == null ? null : later(id, refreshEndsAt))
                .param(veil(id, key))
                .param(id);
    }

    private byte @Nullable [] veil(UUID row, @Nullable String key) {
        return key == null ? null : tags.veil(row, key);
    }

    private OffsetDateTime later(UUID row, Instant end) {
        return end.plus(tags.delay(row)).atOffset(ZoneOffset.UTC);
    }

    private static String words(Collection<String> all) {
        return String.join(" ", all);
    }
}
