package org.acides.hiboo.identity.history;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
import org.acides.hiboo.identity.api.events.EmailVerified;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.identity.api.events.RecoveryCodeUsed;
import org.acides.hiboo.identity.api.events.RecoveryCodesRenewed;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.identity.api.events.RoleRevoked;
import org.acides.hiboo.identity.api.events.TermsAccepted;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills {@code identity.my_history}. A row of an account goes under its tag, one of a profile under the profile. */
@Component
@ProcessingGroup("projection.identity.my-history")
class MyHistoryProjection {

    private final JdbcClient jdbc;
    private final HistoryTags tags;
    private final Sealer sealer;

    MyHistoryProjection(JdbcClient jdbc, HistoryTags tags, Sealer sealer) {
        this.jdbc = jdbc;
        this.tags = tags;
        this.sealer = sealer;
    }

    @EventHandler
    void on(AccountRegistered event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(EmailVerified event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(TermsAccepted event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(PasswordChanged event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(FactorEnrolled event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(FactorRemoved event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(RecoveryCodesRenewed event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(RecoveryCodeUsed event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(RoleGranted event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(RoleRevoked event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(AccountBlocked event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(AccountUnblocked event, EventMessage<?> message) {
        ofAccount(event.accountId(), event.at(), message);
    }

    @EventHandler
    void on(ProfileCreated event, EventMessage<?> message) {
        sealer.open(event.username(), String.class)
                .ifPresent(username ->
                        ofProfile(event.profileId(), event.service().value(), username, event.at(), message));
    }

    @EventHandler
    void on(ProfileRenamed event, EventMessage<?> message) {
        sealer.open(event.username(), String.class)
                .ifPresent(username ->
                        ofProfile(event.profileId(), serviceOf(event.profileId()), username, event.at(), message));
    }

    /** Nobody can be told of it any more: nothing says whose the profile was. */
    @EventHandler
    void on(ProfileDeleted event) {
        jdbc.sql("DELETE FROM identity.my_history WHERE profile_id = ?")
                .param(event.profileId().value())
                .update();
    }

    @ResetHandler
    void empty() {
        jdbc.sql("TRUNCATE identity.my_history RESTART IDENTITY").update();
    }

    private @Nullable UUID serviceOf(ProfileId profile) {
        return jdbc.sql("SELECT service_id FROM identity.my_history WHERE profile_id = ? ORDER BY row_id LIMIT 1")
                .param(profile.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private void ofAccount(AccountId account, Instant at, EventMessage<?> message) {
        add(tags.of(account), null, null, null, at, message, account.toString());
    }

    private void ofProfile(
            ProfileId profile, @Nullable UUID service, String username, Instant at, EventMessage<?> message) {
        add(null, profile.value(), service, username, at, message, profile.toString());
    }

    private void add(
            byte @Nullable [] account,
            @Nullable UUID profile,
            @Nullable UUID service,
            @Nullable String username,
            Instant at,
            EventMessage<?> message,
            String subject) {
        jdbc.sql("INSERT INTO identity.my_history"
                        + " (event_id, account_tag, profile_id, service_id, username, at, name, by_subject)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING")
                .params(message.getIdentifier(), account, profile, service, username)
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        name(message),
                        subject.equals(message.getMetaData().get("actor")))
                .update();
    }

    private static String name(EventMessage<?> message) {
        return message.getPayloadType().getAnnotation(EventName.class).value();
    }
}
