package org.acides.hiboo.captcha.pressure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.SetDifficulty;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows each site's passes: harder at once when more pass in this minute or the one before than is usual, easier by a level
 * a round when five minutes were calmer. Who passes plays no part.
 */
@Component
class Adaptation {

    static final Duration EVERY = Duration.ofSeconds(15);

    private static final Actor SELF = Actor.system("captcha.adaptation");
    private static final int CALM_MINUTES = 5;

    /** @param recent passes in the busier of this minute and the last; @param most in the busiest of the last five */
    private record Rate(UUID site, long recent, long most) {

        private static final Rate NONE = new Rate(new UUID(0, 0), 0, 0);

        static Rate read(ResultSet row, int number) throws SQLException {
            return new Rate(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3));
        }
    }

    private final JdbcClient jdbc;
    private final Sites sites;
    private final Commands commands;
    private final Clock clock;

    Adaptation(JdbcClient jdbc, Sites sites, Commands commands, Clock clock) {
        this.jdbc = jdbc;
        this.sites = sites;
        this.commands = commands;
        this.clock = clock;
    }

    void round() {
        Map<UUID, Rate> rates = rates();
        for (KnownSite site : sites.all())
            follow(site, rates.getOrDefault(site.siteId().value(), Rate.NONE));
    }

    private void follow(KnownSite site, Rate rate) {
        int now = level(site.settings(), rate.recent());
        if (now > site.difficulty()) send(site, now, rate.recent());
        else if (level(site.settings(), rate.most()) < site.difficulty())
            send(site, site.difficulty() - 1, rate.most());
    }

    private void send(KnownSite site, int difficulty, long passes) {
        try {
            commands.send(new SetDifficulty(site.siteId(), difficulty, passes), SELF);
        } catch (Refused retiredMeanwhile) {
            // Then there is nothing to follow.
        }
    }

    /** Each doubling of what is usual is a level. */
    static int level(SiteSettings settings, long passes) {
        long times = passes / settings.calm();
        int doublings = times < 1 ? 0 : 63 - Long.numberOfLeadingZeros(times);
        return settings.within(settings.least() + doublings);
    }

    private Map<UUID, Rate> rates() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return jdbc
                .sql("SELECT site_id, coalesce(max(passes) FILTER (WHERE minute >= :recent), 0), max(passes) FROM"
                        + " (SELECT site_id, minute, sum(passes) AS passes FROM captcha.pressure WHERE minute >= :since"
                        + " GROUP BY site_id, minute) AS minutes GROUP BY site_id")
                .param("recent", minute.minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                .param("since", minute.minus(Duration.ofMinutes(CALM_MINUTES)).atOffset(ZoneOffset.UTC))
                .query(Rate::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Rate::site, Function.identity()));
    }
}
