package org.acides.hiboo.identity.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.migration.Unclaimed.Proofs;
import org.acides.hiboo.identity.migration.password.OldPasswords;
import org.acides.hiboo.identity.profile.ClaimProfile;
import org.acides.hiboo.identity.profile.UsernamePolicy;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/**
 * Hands an old account to the member who proves that it is theirs. Whatever is wrong is one answer: that nobody had the name,
 * that it was claimed before, that the password is another.
 */
@Component
class Claims {

    private final Unclaimed unclaimed;
    private final OldPasswords passwords;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Commands commands;

    Claims(Unclaimed unclaimed, OldPasswords passwords, Accounts accounts, Attempts attempts, Commands commands) {
        this.unclaimed = unclaimed;
        this.passwords = passwords;
        this.accounts = accounts;
        this.attempts = attempts;
        this.commands = commands;
    }

    /**
     * @param typed the old username
     * @throws Refused {@code claim.wrong}, {@code throttled} (seconds), {@code busy}, {@code profile.quota-reached} (quota)
     */
    ProfileId byPassword(AccountId account, ServiceRef service, String typed, String password) {
        return claim(account, service, typed, false, () -> {
            Optional<Proofs> own = unclaimed.find(service, typed).filter(proofs -> proofs.hash() != null);
            Optional<Proofs> decoy = unclaimed.decoy(service, typed);
            Proofs checked = own.or(() -> decoy).orElse(null);
            if (checked == null || checked.hash() == null) return Optional.empty();
            boolean matches = passwords.matches(checked.hash(), checked.pepper(), password);
            return own.filter(proofs -> matches).map(Proofs::profile);
        });
    }

    /**
     * By the account's own address, which it has proved, when the list says that the old account had it too.
     *
     * @throws Refused as {@link #byPassword}, and {@code claim.address-unproved}
     */
    ProfileId byEmail(AccountId account, ServiceRef service, String typed) {
        AccountState state = accounts.find(account)
                .filter(AccountState::verified)
                .orElseThrow(() -> new Refused("claim.address-unproved"));
        byte[] digest = sha256(state.email().toLowerCase(Locale.ROOT));
        return claim(
                account,
                service,
                typed,
                true,
                () -> unclaimed
                        .find(service, typed)
                        .filter(proofs -> proofs.emailHash() != null
                                && MessageDigest.isEqual(digest, HexFormat.of().parseHex(proofs.emailHash())))
                        .map(Proofs::profile));
    }

    private interface Proving {
        Optional<ProfileId> proved();
    }

    private ProfileId claim(AccountId account, ServiceRef service, String typed, boolean byEmail, Proving proving) {
        if (!OldAccount.isHandle(typed)) throw new Refused("claim.wrong");
        String tried = "claim " + service + " " + UsernamePolicy.skeleton(typed);
        attempts.require(tried, account.toString(), null);
        ProfileId profile;
        try {
            profile = proving.proved().orElseThrow(() -> new Refused("claim.wrong"));
            commands.send(
                    new ClaimProfile(profile, service, account, byEmail),
                    new Actor(profile.toString(), Role.MEMBER.name()));
        } catch (Refused no) {
            if (!no.code().equals("claim.wrong")) attempts.takeBack(tried, account.toString(), null);
            throw no;
        }
        String ignored = attempts.succeeded(tried, account.toString(), null);
        return profile;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
