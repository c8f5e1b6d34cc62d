package org.acides.hiboo.identity.profile;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ForgetProfileChoice;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The profile that a member enters a service with unless they ask otherwise. Kept without naming the account. */
@Component
public class ProfileChoices {

    private static final String KEY = "identity.profile-choice";

    private final JdbcClient jdbc;
    private final Keyring keyring;

    ProfileChoices(JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    /** A live profile of the account on the service, if the member chose one for good: a deleted one is forgotten, and a suspended one not meant. */
    public Optional<ProfileId> remembered(AccountId account, ServiceRef service) {
        return jdbc.sql("SELECT profile_id FROM identity.profile_choice JOIN identity.profile USING (profile_id)"
                        + " WHERE choice_tag = ? AND state = 'LIVE' AND NOT suspended")
                .param(tag(account, service))
                .query(UUID.class)
                .optional()
                .map(ProfileId::new);
    }

    /** @param profile the account's, on that service: the caller has made sure */
    public void remember(AccountId account, ServiceRef service, ProfileId profile) {
        jdbc.sql("INSERT INTO identity.profile_choice (choice_tag, profile_id)"
                        + " SELECT ?, profile_id FROM identity.profile WHERE profile_id = ? AND state = 'LIVE'"
                        + " ON CONFLICT (choice_tag) DO UPDATE SET profile_id = EXCLUDED.profile_id")
                .param(tag(account, service))
                .param(profile.value())
                .update();
    }

    /** Forgetting nothing is fine. */
    public void forget(AccountId account, ServiceRef service) {
        jdbc.sql("DELETE FROM identity.profile_choice WHERE choice_tag = ?")
                .param(tag(account, service))
                .update();
    }

    @CommandHandler
    void handle(ForgetProfileChoice command) {
        forget(command.accountId(), command.service());
    }

    private byte[] tag(AccountId account, ServiceRef service) {
        ByteBuffer message = ByteBuffer.allocate(32);
        for (UUID id : new UUID[] {account.value(), service.value()})
            message.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return keyring.mac(KEY, message.array());
    }
}
