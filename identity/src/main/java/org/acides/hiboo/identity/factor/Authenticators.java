package org.acides.hiboo.identity.factor;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The members' authenticator applications. Their secrets are sealed under their owners' keys, in {@code identity.totp}. */
@Component
public class Authenticators {

    private static final long OFFER_SECONDS = 1800;
    private static final int LONGEST_TOKEN = 1000;

    /**
     * A secret for somebody to put into an application, which counts once they typed a code of it.
     *
     * @param secret 32 characters of Base32
     * @param token the offer itself, sealed: whoever enrols hands it back
     */
    public record Offer(String secret, String token) {
        @Override
        public String toString() {
            return "Offer[]";
        }
    }

    /**
     * An offer whose code was typed.
     *
     * @param step whose code it was
     */
    public record Proved(FactorId factor, String secret, long step) {
        @Override
        public String toString() {
            return "Proved[" + factor + "]";
        }
    }

    /** What a token holds. */
    record Offered(UUID factor, String secret, long ends) {}

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final Clock clock;

    Authenticators(JdbcClient jdbc, Sealer sealer, Clock clock) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** An offer that holds for half an hour. Nothing is kept of it here. */
    public Offer offer(AccountId account) {
        Offered offered = new Offered(
                UUID.randomUUID(), Totp.freshSecret(), clock.instant().getEpochSecond() + OFFER_SECONDS);
        return new Offer(offered.secret(), sealer.seal(account.value(), offered).box());
    }

    /** The same offer again, for a code mistyped; empty when it holds no more, or was another's. */
    public Optional<Offer> again(AccountId account, String token) {
        return open(account, token).map(offered -> new Offer(offered.secret(), token));
    }

    /** @throws Refused {@code factor.offer-over}, {@code second-step.wrong} */
    public Proved prove(AccountId account, String token, String typed) {
        Offered offered = open(account, token).orElseThrow(() -> new Refused("factor.offer-over"));
        long step = Totp.step(offered.secret(), Typed.bare(typed), clock.instant())
                .orElseThrow(() -> new Refused("second-step.wrong"));
        return new Proved(new FactorId(offered.factor()), offered.secret(), step);
    }

    private Optional<Offered> open(AccountId account, String token) {
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) return Optional.empty();
        try {
            return sealer.open(new Sealed<Offered>(account.value(), token), Offered.class)
                    .filter(offered -> offered.ends() > clock.instant().getEpochSecond());
        } catch (IllegalStateException forged) {
            return Optional.empty();
        }
    }

    /** Keeps the secret in place of any earlier one, in the caller's transaction. The code that proved it is used up. */
    public void store(AccountId account, Proved proved) {
        jdbc.sql(
                        "INSERT INTO identity.totp AS t (account_id, secret_box, last_step) VALUES (?, ?, ?) ON CONFLICT (account_id)"
                                + " DO UPDATE SET secret_box = EXCLUDED.secret_box, last_step = GREATEST(t.last_step, EXCLUDED.last_step)")
                .params(
                        account.value(),
                        sealer.seal(account.value(), proved.secret()).box(),
                        proved.step())
                .update();
    }

    public void forget(AccountId account) {
        jdbc.sql("DELETE FROM identity.totp WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    /** Whether it is a code of the account's application, now or next to now; then neither it nor an older one ever is again. */
    public boolean accept(AccountId account, String typed) {
        String secret = secret(account);
        OptionalLong step =
                secret == null ? OptionalLong.empty() : Totp.step(secret, Typed.bare(typed), clock.instant());
        return step.isPresent()
                && jdbc.sql("UPDATE identity.totp SET last_step = ? WHERE account_id = ? AND last_step < ?")
                                .params(step.getAsLong(), account.value(), step.getAsLong())
                                .update()
                        == 1;
    }

    private @Nullable String secret(AccountId account) {
        return jdbc.sql("SELECT secret_box FROM identity.totp WHERE account_id = ?")
                .param(account.value())
                .query(String.class)
                .optional()
                .flatMap(box -> sealer.open(new Sealed<String>(account.value(), box), String.class))
                .orElse(null);
    }
}
