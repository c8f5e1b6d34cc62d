package org.acides.hiboo.identity.forwardauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may pass a proxy. Asked at every request, of the database as it is: an ending bites at the next one, on every node. */
@Component
class ProxyEntries {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);

    /** @param alias the address that the application knows the profile by */
    record Visitor(String username, String subject, String alias) {
        /** Never shows the names: they are personal. */
        @Override
        public String toString() {
            return "Visitor";
        }
    }

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Subjects subjects;
    private final Clock clock;

    ProxyEntries(JdbcClient jdbc, Profiles profiles, Subjects subjects, Clock clock) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.subjects = subjects;
        this.clock = clock;
    }

    /**
     * Hands nothing over for a session that ended since it was looked at: its end waits for this, or is waited for.
     *
     * @param browser SHA-256 of what the browser that shall come with it holds at the application's host
     * @return a code for one arrival, good for a minute
     */
    String hand(SignedIn who, ServiceRef service, ProfileId profile, byte[] browser) {
        String code = HandOver.code(clock.instant().plus(CODE_LIFETIME));
        jdbc.sql("INSERT INTO identity.forward_auth_entry"
                        + " (entry_id, service_id, profile_id, session_name, code_hash, browser_hash)"
                        + " SELECT ?, ?, ?, ?, ?, ? FROM"
                        + " (SELECT 1 FROM identity.session WHERE session_id = ? FOR SHARE) AS lives")
                .params(
                        UUID.randomUUID(),
                        service.value(),
                        profile.value(),
                        subjects.session(who.session(), profile),
                        Secret.digest(code),
                        browser,
                        who.session().value())
                .update();
        return code;
    }

    /** Trades a code for a cookie, once: empty when it is another service's, another browser's, over, or traded already. */
    Optional<String> arrive(ServiceRef service, String code, String browser) {
        if (!HandOver.holds(code, clock.instant())) return Optional.empty();
        String cookie = Secret.fresh();
        int traded = jdbc.sql("UPDATE identity.forward_auth_entry"
                        + " SET code_hash = NULL, browser_hash = NULL, cookie_hash = ?"
                        + " WHERE code_hash = ? AND browser_hash = ? AND service_id = ?")
                .params(Secret.digest(cookie), Secret.digest(code), Secret.digest(browser), service.value())
                .update();
        return traded == 1 ? Optional.of(cookie) : Optional.empty();
    }

    /** The live profile behind a cookie, at an open service that is found there. */
    Optional<Visitor> find(String slug, String origin, String cookie) {
        return jdbc.sql("SELECT e.profile_id FROM identity.forward_auth_entry e"
                        + " JOIN identity.service s ON s.service_id = e.service_id AND s.state = 'OPEN'"
                        + " JOIN identity.forward_auth_origin o ON o.service_id = e.service_id"
                        + " WHERE e.cookie_hash = ? AND s.slug = ? AND o.origin = ?")
                .params(Secret.digest(cookie), slug, origin)
                .query(UUID.class)
                .optional()
                .flatMap(profile -> profiles.find(new ProfileId(profile)))
                .map(profile ->
                        new Visitor(profile.username(), subjects.of(profile.service(), profile.id()), profile.alias()));
    }

    void end(String cookie) {
        jdbc.sql("DELETE FROM identity.forward_auth_entry WHERE cookie_hash = ?")
                .param(Secret.digest(cookie))
                .update();
    }

    void endIn(String[] sessionNames) {
        jdbc.sql("DELETE FROM identity.forward_auth_entry WHERE session_name = ANY(?)")
                .param(sessionNames)
                .update();
    }

    void endOf(Collection<ProfileId> profiles) {
        jdbc.sql("DELETE FROM identity.forward_auth_entry WHERE profile_id = ANY(?)")
                .param(profiles.stream().map(ProfileId::value).toArray(UUID[]::new))
                .update();
    }

    void endOthersAt(ServiceRef service, Collection<ProfileId> kept) {
        jdbc.sql("DELETE FROM identity.forward_auth_entry WHERE service_id = ? AND profile_id <> ALL(?)")
                .params(service.value(), kept.stream().map(ProfileId::value).toArray(UUID[]::new))
                .update();
    }

    void endAt(ServiceRef service) {
        jdbc.sql("DELETE FROM identity.forward_auth_entry WHERE service_id = ?")
                .param(service.value())
                .update();
    }

    /** Takes away codes that were there a round ago: each is over by now. */
    void sweep() {
        jdbc.sql("DELETE FROM identity.forward_auth_entry WHERE swept AND cookie_hash IS NULL")
                .update();
        jdbc.sql("UPDATE identity.forward_auth_entry SET swept = true WHERE NOT swept AND cookie_hash IS NULL")
                .update();
    }
}
