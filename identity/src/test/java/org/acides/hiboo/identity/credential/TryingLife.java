package org.acides.hiboo.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.acides.hiboo.identity.profile.ProfileLife;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.test.Watch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Somebody who tries passwords, by a clock that stands. */
abstract class TryingLife extends ProfileLife {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Keyring keyring;

    @Autowired
    PlatformTransactionManager transactions;

    final Watch watch = new Watch();

    final String login = name();

    final String source = UUID.randomUUID().toString();

    StoredAttempts attempts;

    /** Goes only when told to. */
    static final class Watch extends Clock {
        Instant now = Instant.parse("2126-11-24T10:00:00Z");

        void go(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void freshAttempts() {
        KnownDevices devices = new KnownDevices(keyring);
        attempts = new StoredAttempts(jdbc, new AttemptKeys(keyring, devices), devices, watch, transactions);
    }

    /** Seconds to wait, or 0 when the try may be made. */
    final long attempt(String login, String source, @Nullable String device) {
        try {
            attempts.require(login, source, device);
            return 0;
        } catch (Refused no) {
            assertThat(no.code()).isEqualTo("throttled");
            return (long) no.arguments().getFirst();
        }
    }

    final long tries(int count, String login, String source, @Nullable String device) {
        long wait = 0;
        for (int i = 0; i < count; i++) wait = attempt(login, source, device);
        return wait;
    }
}
