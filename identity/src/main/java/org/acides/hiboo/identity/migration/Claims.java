package org.acides.hiboo.identity.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.migration.Proving.Proved;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.profile.ClaimProfile;
import org.acides.hiboo.identity.profile.ContestClaim;
import org.acides.hiboo.identity.profile.UsernamePolicy;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands an old account to the member who proves that it is theirs. Whatever is wrong is one answer: that nobody had the name,
 * that the password is another. Only whoever proves it learns that somebody else did before, and may contest that.
 */
@Component
class Claims {

    private final Proving proving;
    private final Accounts accounts;
    private final OwnerLinks owners;
    private final Attempts attempts;
    private final Commands commands;

    Claims(Proving proving, Accounts accounts, OwnerLinks owners, Attempts attempts, Commands commands) {
        this.proving = proving;
        this.accounts = accounts;
        this.owners = owners;
        this.attempts = attempts;
        this.commands = commands;
    }

    /**
     * @param typed the old username
     * @throws Refused {@code claim.wrong}, {@code throttled} (seconds), {@code busy}, {@code profile.quota-reached} (quota);
     *     with the right proof {@code claim.own}, {@code claim.claimed} by somebody else, {@code claim.contested} by a third
     */
    ProfileId byPassword(AccountId account, ServiceRef service, String typed, String password) {
        return byPassword(account, service, typed, password, null);
    }

    /**
     * The same, ready to contest the claim of whoever came before.
     *
     * @param statement for the service's managers; null not to contest
     * @return the profile: the account's own, or frozen until they decide
     */
    ProfileId byPassword(
            AccountId account, ServiceRef service, String typed, String password, @Nullable String statement) {
        return claim(
                new Claim(account, service, typed, false, statement), proving.byPassword(service, typed, password));
    }

    /**
     * By the account's own address, which it has proved, when the list says that the old account had it too.
     *
     * @throws Refused as {@link #byPassword}, and {@code claim.address-unproved}
     */
    ProfileId byEmail(AccountId account, ServiceRef service, String typed, @Nullable String statement) {
        AccountState state = accounts.find(account)
                .filter(AccountState::verified)
                .orElseThrow(() -> new Refused("claim.address-unproved"));
        String hash = HexFormat.of().formatHex(sha256(state.email().toLowerCase(Locale.ROOT)));
        return claim(new Claim(account, service, typed, true, statement), proving.byAddress(service, typed, hash));
    }

    private record Claim(
            AccountId account,
            ServiceRef service,
            String typed,
            boolean byEmail,
            @Nullable String statement) {

        /** Never shows what was typed. */
        @Override
        public String toString() {
            return "Claim[]";
        }
    }

    private ProfileId claim(Claim claim, Supplier<Optional<Proved>> proof) {
        if (!OldAccount.isHandle(claim.typed())) throw new Refused("claim.wrong");
        String tried = "claim " + claim.service() + " " + UsernamePolicy.skeleton(claim.typed());
        String source = claim.account().toString();
        attempts.require(tried, source, null);
        ProfileId profile;
        try {
            Proved proved = proof.get().orElseThrow(() -> new Refused("claim.wrong"));
            profile = proved.profile();
            if (proved.claimed()) contest(claim, profile);
            else take(claim, proved);
        } catch (Refused no) {
            if (!no.code().equals("claim.wrong")) attempts.takeBack(tried, source, null);
            throw no;
        }
        String ignored = attempts.succeeded(tried, source, null);
        return profile;
    }

    private void take(Claim claim, Proved proved) {
        commands.send(
                new ClaimProfile(
                        proved.profile(), claim.service(), claim.account(), claim.byEmail(), proved.verifier()),
                new Actor(proved.profile().toString(), Role.MEMBER.name()));
    }

    /** In the history whoever contests goes by a name that was made for it. */
    private void contest(Claim claim, ProfileId profile) {
        if (owners.owns(claim.account(), claim.service(), profile)) throw new Refused("claim.own");
        if (claim.statement() == null) throw new Refused("claim.claimed");
        commands.send(
                new ContestClaim(profile, claim.service(), claim.account(), claim.byEmail(), claim.statement()),
                new Actor(UUID.randomUUID().toString(), Role.MEMBER.name()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
