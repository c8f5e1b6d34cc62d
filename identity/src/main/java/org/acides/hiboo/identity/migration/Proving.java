package org.acides.hiboo.identity.migration;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.identity.migration.Unclaimed.Decoy;
import org.acides.hiboo.identity.migration.Unclaimed.Proofs;
import org.acides.hiboo.identity.migration.password.OldPasswords;
import org.acides.hiboo.identity.profile.ClaimProofs;
import org.acides.hiboo.identity.profile.ClaimProofs.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says whether what a member typed proves an old account, unclaimed or claimed before. Each password is checked against one
 * hash, whatever there is under the name.
 */
@Component
class Proving {

    /**
     * @param claimed whether somebody claimed it before
     * @param verifier by which the password is recognised once the account is claimed; null where that was before, or by address
     */
    record Proved(
            ProfileId profile, boolean claimed, @Nullable String verifier) {

        /** Never shows the verifier. */
        @Override
        public String toString() {
            return "Proved[" + profile + "]";
        }
    }

    private final Unclaimed unclaimed;
    private final ClaimProofs claimed;
    private final OldPasswords old;
    private final Passwords passwords;

    Proving(Unclaimed unclaimed, ClaimProofs claimed, OldPasswords old, Passwords passwords) {
        this.unclaimed = unclaimed;
        this.claimed = claimed;
        this.old = old;
        this.passwords = passwords;
    }

    /** Nothing is checked before it is asked for. */
    Supplier<Optional<Proved>> byPassword(ServiceRef service, String typed, String password) {
        return () -> {
            Proofs waiting = unclaimed
                    .find(service, typed)
                    .filter(proofs -> proofs.hash() != null)
                    .orElse(null);
            Proof before = claimed.find(service, typed)
                    .filter(proof -> proof.verifier() != null)
                    .orElse(null);
            Decoy decoy = unclaimed.decoy(service, typed).orElse(null);
            if (waiting != null) return matches(waiting, password) ? taking(waiting, password) : Optional.empty();
            if (before != null) return matches(before, password) ? again(before) : Optional.empty();
            if (decoy != null) spendTime(decoy, password);
            return Optional.empty();
        };
    }

    /** @param hash SHA-256 of the member's address, in hex */
    Supplier<Optional<Proved>> byAddress(ServiceRef service, String typed, String hash) {
        return () -> unclaimed
                .find(service, typed)
                .filter(proofs -> equal(proofs.emailHash(), hash))
                .map(proofs -> new Proved(proofs.profile(), false, null))
                .or(() -> claimed.find(service, typed)
                        .filter(proof -> claimed.proves(proof, hash))
                        .flatMap(Proving::again));
    }

    private boolean matches(Proofs proofs, String password) {
        String hash = proofs.hash();
        return hash != null && old.matches(hash, proofs.pepper(), password);
    }

    private boolean matches(Proof proof, String password) {
        String verifier = proof.verifier();
        return verifier != null && passwords.isOf(new PasswordHash(verifier), claimed.keyed(password));
    }

    private void spendTime(Decoy decoy, String password) {
        boolean ignored = decoy.ours()
                ? passwords.isOf(new PasswordHash(decoy.hash()), claimed.keyed(password))
                : old.matches(decoy.hash(), decoy.pepper(), password);
    }

    private Optional<Proved> taking(Proofs proofs, String password) {
        String verifier = passwords.hash(claimed.keyed(password)).phc();
        return Optional.of(new Proved(proofs.profile(), false, verifier));
    }

    private static Optional<Proved> again(Proof proof) {
        return Optional.of(new Proved(proof.profile(), true, null));
    }

    private static boolean equal(@Nullable String one, String other) {
        return one != null
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(one), HexFormat.of().parseHex(other));
    }
}
