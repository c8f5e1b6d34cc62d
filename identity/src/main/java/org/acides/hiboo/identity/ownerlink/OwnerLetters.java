package org.acides.hiboo.identity.ownerlink;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells owners that something was decided about a profile of theirs. The letter names neither the profile nor the service,
 * and leaves some time later: whoever sees mail go by cannot tell which decision it follows.
 */
@Component
public class OwnerLetters {

    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofMinutes(60);
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final OwnerBoxes owners;
    private final Accounts accounts;
    private final Mailer mailer;
    private final MessageSource words;
    private final PublicAddress address;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnerLetters(
            JdbcClient jdbc,
            OwnerBoxes owners,
            Accounts accounts,
            Mailer mailer,
            MessageSource words,
            PublicAddress address,
            Clock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.accounts = accounts;
        this.mailer = mailer;
        this.words = words;
        this.address = address;
        this.clock = clock;
    }

    /** Two decisions about one profile within the hour are one letter. */
    public void announce(ProfileId profile) {
        jdbc.sql("INSERT INTO identity.owner_letter (profile_id, due_at) VALUES (?, ?)"
                        + " ON CONFLICT (profile_id) DO NOTHING")
                .params(profile.value(), hour())
                .update();
    }

    /** Of two nodes that send at once, each letter is posted by one. */
    @Transactional
    public void sendDue() {
        List<UUID> due = jdbc.sql("DELETE FROM identity.owner_letter WHERE profile_id IN (SELECT profile_id"
                        + " FROM identity.owner_letter WHERE due_at <= ? LIMIT " + AT_ONCE
                        + " FOR UPDATE SKIP LOCKED) RETURNING profile_id")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
        due.forEach(profile -> owners.of(new ProfileId(profile))
                .flatMap(accounts::find)
                .ifPresent(account -> post(account, "letter.profile")));
    }

    /** When a letter leaves: drawn at random. */
    OffsetDateTime hour() {
        long span = LATEST.minus(SOONEST).toSeconds();
        Instant due = clock.instant().plus(SOONEST).plusSeconds(random.nextLong(span));
        return due.atOffset(ZoneOffset.UTC);
    }

    /** @param key the words under {@code <key>.subject} and {@code .text} */
    void post(AccountState account, String key) {
        if (!account.verified()) return;
        Locale language = Locale.forLanguageTag(account.language());
        Object[] arguments = {
            account.loginName(), address.link("/"), address.origin().getAuthority()
        };
        mailer.post(new OpenMail(
                account.email(),
                words.getMessage(key + ".subject", arguments, language),
                words.getMessage(key + ".text", arguments, language)));
    }
}
