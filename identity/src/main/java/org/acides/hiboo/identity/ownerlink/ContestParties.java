package org.acides.hiboo.identity.ownerlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two sides of contested claims, and what they said. Neither side nor any manager learns who is on one: an account finds the
 * contests that it is in, and only a decision opens who contests.
 */
@Component
public class ContestParties {

    /** So that nobody with a stolen list of passwords freezes a whole service. */
    private static final int OPEN_AT_ONCE = 3;

    private static final String KEY = "identity.contest-party";

    /** Who is on it. */
    public enum Side {
        CLAIMANT,
        CONTESTER
    }

    /** An account's part in a contest. */
    public record Part(ProfileId profile, Side side, String said) {

        /** Never shows what was written: it is personal. */
        @Override
        public String toString() {
            return "Part[" + profile + ", " + side + "]";
        }
    }

    private final JdbcClient jdbc;
    private final OwnerBoxes owners;
    private final Keyring keyring;
    private final Sealer sealer;

    ContestParties(JdbcClient jdbc, OwnerBoxes owners, Keyring keyring, Sealer sealer) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.keyring = keyring;
        this.sealer = sealer;
    }

    /**
     * In the caller's transaction: whoever holds the profile against whoever contests that.
     *
     * @throws Refused {@code contest.too-many} (3), {@code claim.wrong} when nobody holds it
     */
    public void enter(ProfileId profile, AccountId contester, String statement) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(keyring.mac(KEY, contester.toString().getBytes(StandardCharsets.UTF_8)))
                        .getLong())
                .query((row, number) -> 0)
                .single();
        if (open(contester) >= OPEN_AT_ONCE) throw new Refused("contest.too-many", OPEN_AT_ONCE);
        AccountId claimant = owners.of(profile).orElseThrow(() -> new Refused("claim.wrong"));
        add(profile, Side.CLAIMANT, claimant, null);
        add(profile, Side.CONTESTER, contester, statement);
    }

    /** What the profile's owner answers, in place of what they answered before. */
    public void answer(ProfileId profile, String statement) {
        jdbc.sql("UPDATE identity.contest_party SET statement_box = ? WHERE profile_id = ? AND side = 'CLAIMANT'")
                .params(sealer.seal(profile.value(), statement).box(), profile.value())
                .update();
    }

    /** What a side said; empty when it did not. */
    public String said(ProfileId profile, Side side) {
        return jdbc.sql("SELECT coalesce(statement_box, '') FROM identity.contest_party"
                        + " WHERE profile_id = ? AND side = ?")
                .params(profile.value(), side.name())
                .query(String.class)
                .optional()
                .map(box -> text(profile, box))
                .orElse("");
    }

    /** For a decision, which gives them the profile or does not. */
    public Optional<AccountId> contester(ProfileId profile) {
        return account(profile, Side.CONTESTER);
    }

    /** Whether the account is on one of the sides: nobody judges in their own cause. */
    public boolean includes(ProfileId profile, AccountId account) {
        return parts(account).stream().anyMatch(part -> part.profile().equals(profile));
    }

    /** The contests that the account is in, open ones and those decided lately. In no order. */
    public List<Part> parts(AccountId account) {
        return jdbc
                .sql("SELECT profile_id, side, tag, coalesce(statement_box, '') FROM identity.contest_party")
                .query((row, number) -> {
                    ProfileId profile = new ProfileId(row.getObject(1, UUID.class));
                    return MessageDigest.isEqual(row.getBytes(3), tag(account, profile))
                            ? Optional.of(
                                    new Part(profile, Side.valueOf(row.getString(2)), text(profile, row.getString(4))))
                            : Optional.<Part>empty();
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<AccountId> account(ProfileId profile, Side side) {
        return jdbc.sql("SELECT box FROM identity.contest_party WHERE profile_id = ? AND side = ?")
                .params(profile.value(), side.name())
                .query(String.class)
                .optional()
                .flatMap(box -> sealer.open(new Sealed<AccountId>(profile.value(), box), AccountId.class));
    }

    private long open(AccountId contester) {
        List<ProfileId> undecided = jdbc
                .sql("SELECT profile_id FROM identity.claim_contest WHERE outcome IS NULL")
                .query(UUID.class)
                .list()
                .stream()
                .map(ProfileId::new)
                .toList();
        return parts(contester).stream()
                .filter(part -> part.side() == Side.CONTESTER && undecided.contains(part.profile()))
                .count();
    }

    private void add(ProfileId profile, Side side, AccountId account, @Nullable String statement) {
        jdbc.sql(
                        "INSERT INTO identity.contest_party (profile_id, side, tag, box, statement_box) VALUES (?, ?, ?, ?, ?)")
                .params(profile.value(), side.name(), tag(account, profile))
                .param(sealer.seal(profile.value(), account).box())
                .param(
                        statement == null
                                ? null
                                : sealer.seal(profile.value(), statement).box())
                .update();
    }

    private String text(ProfileId profile, String box) {
        if (box.isEmpty()) return "";
        return sealer.open(new Sealed<String>(profile.value(), box), String.class)
                .orElse("");
    }

    private byte[] tag(AccountId account, ProfileId profile) {
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(32)
                        .putLong(account.value().getMostSignificantBits())
                        .putLong(account.value().getLeastSignificantBits())
                        .putLong(profile.value().getMostSignificantBits())
                        .putLong(profile.value().getLeastSignificantBits())
                        .array());
    }
}
