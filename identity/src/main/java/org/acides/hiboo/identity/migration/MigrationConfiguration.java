package org.acides.hiboo.identity.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of migrations goes on by itself. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final Actor IMPORT = Actor.system("profile-import");

    /** After a crash the next round, on whichever node it runs, goes on where the last commit ended. */
    @Bean
    Recurring reserveProfiles(Imports imports, Commands commands) {
        return new Recurring(
                "identity.reserve-profiles",
                Duration.ofSeconds(3),
                () -> imports.running().forEach(running -> {
                    boolean more = true;
                    while (more) more = commands.<Boolean>send(new ReserveProfiles(running), IMPORT);
                }));
    }

    /** Lists that were half read when the file stopped coming, and those that nobody started to import within a week. */
    @Bean
    Recurring forgetOldLists(JdbcClient jdbc, StoredList lists, Clock clock) {
        return new Recurring(
                "identity.forget-old-lists",
                Duration.ofHours(1),
                () -> jdbc.sql("SELECT import_id FROM identity.old_list l WHERE (reading AND read_at < :stale OR"
                                + " read_at < :old) AND NOT EXISTS (SELECT 1 FROM identity.profile_import i WHERE"
                                + " i.import_id = l.import_id)")
                        .param(
                                "stale",
                                clock.instant().minus(Duration.ofHours(6)).atOffset(ZoneOffset.UTC))
                        .param("old", clock.instant().minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                        .query(java.util.UUID.class)
                        .list()
                        .forEach(lists::forget));
    }
}
