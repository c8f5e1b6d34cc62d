package org.acides.hiboo.infrastructure.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpServer.class)
class MailConfiguration {

    private static final Duration KEEP_SET_ASIDE = Duration.ofDays(30);
    private static final Duration KEEP_SHOWN = Duration.ofDays(30);
    static final int SHOWN_AT_MOST = 200;

    @Bean
    @DependsOnDatabaseInitialization
    Outbox outbox(JdbcClient jdbc, Sealer sealer, Clock clock) {
        return new Outbox(jdbc, sealer, clock);
    }

    @Bean
    Recurring oldLettersAreForgotten(Outbox outbox, SmtpServer server, TransactionTemplate transaction) {
        int shown = server.exists() ? 0 : SHOWN_AT_MOST;
        return new Recurring(
                "infrastructure.forget-letters",
                Duration.ofHours(1),
                () -> transaction.executeWithoutResult(status -> {
                    outbox.forget(Outbox.SET_ASIDE, KEEP_SET_ASIDE, 100_000);
                    outbox.forget(Outbox.SHOWN, KEEP_SHOWN, shown);
                }));
    }

    @Bean
    MeterBinder letters(Outbox outbox) {
        return registry -> {
            for (String state : new String[] {Outbox.WAITING, Outbox.SET_ASIDE})
                Gauge.builder("hiboo.letters", outbox, box -> box.count(state))
                        .tag("state", state)
                        .register(registry);
        };
    }

    /** There is a server: letters go out. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(WithSmtp.class)
    static class Real {
        @Bean
        Postman postman(Outbox outbox, SmtpServer server, TransactionTemplate transaction, Clock clock) {
            return new Postman(outbox, new Smtp(server, clock), transaction, clock);
        }

        @Bean
        Mailer mailer(Outbox outbox, Postman postman, TransactionTemplate transaction) {
            return new OutboxMailer(outbox, transaction, Outbox.WAITING, postman::wake);
        }
    }

    /** There is none: letters stay here, to be looked at by whoever runs Hiboo on their own machine. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(WithSmtp.Not.class)
    static class Shown {
        @Bean
        Mailer mailer(Outbox outbox, TransactionTemplate transaction) {
            return new OutboxMailer(outbox, transaction, Outbox.SHOWN, () -> {});
        }
    }
}
