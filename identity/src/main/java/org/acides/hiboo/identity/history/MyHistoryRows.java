package org.acides.hiboo.identity.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.infrastructure.api.EventName;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code identity.my_history}: of an account under its tag, of a profile under the profile. */
@Component
class MyHistoryRows {

    private final JdbcClient jdbc;
    private final HistoryTags tags;

    MyHistoryRows(JdbcClient jdbc, HistoryTags tags) {
        this.jdbc = jdbc;
        this.tags = tags;
    }

    void ofAccount(AccountId account, @Nullable ServiceRef service, Instant at, EventMessage<?> message) {
        add(tags.of(account), null, new Face(service, null), at, message, account.toString());
    }

    void ofProfile(
            ProfileId profile, @Nullable ServiceRef service, String username, Instant at, EventMessage<?> message) {
        add(null, profile.value(), new Face(service, username), at, message, profile.toString());
    }

    /** Under the service and the username that were told last. */
    void ofProfile(ProfileId profile, Instant at, EventMessage<?> message) {
        add(null, profile.value(), last(profile), at, message, profile.toString());
    }

    /** The same, and nothing of what was told before. */
    void startAnew(ProfileId profile, Instant at, EventMessage<?> message) {
        Face face = last(profile);
        remove(profile);
        add(null, profile.value(), face, at, message, profile.toString());
    }

    @Nullable
    ServiceRef serviceOf(ProfileId profile) {
        return last(profile).service();
    }

    void remove(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.my_history WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    void empty() {
        jdbc.sql("TRUNCATE identity.my_history RESTART IDENTITY").update();
    }

    private record Face(
            @Nullable ServiceRef service, @Nullable String username) {
        static Face read(ResultSet row, int number) throws SQLException {
            UUID service = row.getObject("service_id", UUID.class);
            return new Face(service == null ? null : new ServiceRef(service), row.getString("username"));
        }
    }

    private Face last(ProfileId profile) {
        return jdbc.sql("SELECT service_id, username FROM identity.my_history WHERE profile_id = ?"
                        + " ORDER BY row_id DESC LIMIT 1")
                .param(profile.value())
                .query(Face::read)
                .optional()
                .orElseGet(() -> new Face(null, null));
    }

    private void add(
            byte @Nullable [] account,
            @Nullable UUID profile,
            Face face,
            Instant at,
            EventMessage<?> message,
            String subject) {
        ServiceRef service = face.service();
        jdbc.sql("INSERT INTO identity.my_history"
                        + " (event_id, account_tag, profile_id, service_id, username, at, name, by_subject)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING")
                .params(
                        message.getIdentifier(),
                        account,
                        profile,
                        service == null ? null : service.value(),
                        face.username())
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        name(message),
                        subject.equals(message.getMetaData().get("actor")))
                .update();
    }

    /** Of factors the kind is told too, for a passkey is good for more than an authenticator; and of a decision, which it was. */
    private static String name(EventMessage<?> message) {
        String name = message.getPayloadType().getAnnotation(EventName.class).value();
        return switch (message.getPayload()) {
            case FactorEnrolled enrolled -> name + suffix(enrolled.kind());
            case ContestDecided decided -> name + "." + decided.outcome().name().toLowerCase(Locale.ROOT);
            case FactorRemoved removed -> name + suffix(removed.kind());
            default -> name;
        };
    }

    private static String suffix(FactorKind kind) {
        return kind == FactorKind.PASSKEY ? ".passkey" : "";
    }
}
