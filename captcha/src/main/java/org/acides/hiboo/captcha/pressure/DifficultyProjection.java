package org.acides.hiboo.captcha.pressure;

import java.time.Instant;
import java.time.ZoneOffset;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.events.DifficultyLowered;
import org.acides.hiboo.captcha.api.events.DifficultyRaised;
import org.acides.hiboo.captcha.api.events.SiteConfigured;
import org.acides.hiboo.captcha.api.events.SiteRegistered;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each difficulty that came into force, for charts. */
@Component
@ProcessingGroup("projection.captcha.difficulty")
class DifficultyProjection {

    private static final String INSERT =
            "INSERT INTO captcha.difficulty_change" + " (event_id, site_id, at, difficulty, passes_a_minute) ";

    private final JdbcClient jdbc;

    DifficultyProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ResetHandler
    void reset() {
        jdbc.sql("TRUNCATE captcha.difficulty_change").update();
    }

    @EventHandler
    void on(SiteRegistered event, EventMessage<?> message) {
        change(message, event.siteId(), event.at(), event.settings().least(), 0);
    }

    /** A new range may leave the difficulty where it was. */
    @EventHandler
    void on(SiteConfigured event, EventMessage<?> message) {
        jdbc.sql(INSERT + "SELECT :id, :site, :at, greatest(:least, least(:most, last.difficulty)), 0 FROM"
                        + " (SELECT difficulty FROM captcha.difficulty_change WHERE site_id = :site"
                        + " ORDER BY row_id DESC LIMIT 1) AS last WHERE last.difficulty NOT BETWEEN :least AND :most"
                        + " ON CONFLICT (event_id) DO NOTHING")
                .param("id", message.getIdentifier())
                .param("site", event.siteId().value())
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("least", event.settings().least())
                .param("most", event.settings().most())
                .update();
    }

    @EventHandler
    void on(DifficultyRaised event, EventMessage<?> message) {
        change(message, event.siteId(), event.at(), event.to(), event.passesAMinute());
    }

    @EventHandler
    void on(DifficultyLowered event, EventMessage<?> message) {
        change(message, event.siteId(), event.at(), event.to(), event.passesAMinute());
    }

    private void change(EventMessage<?> message, SiteId site, Instant at, int difficulty, long passes) {
        jdbc.sql(INSERT + "VALUES (?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING")
                .params(message.getIdentifier(), site.value(), at.atOffset(ZoneOffset.UTC), difficulty, passes)
                .update();
    }
}
