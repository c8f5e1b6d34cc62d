package org.acides.hiboo.captcha.site;

import java.time.ZoneOffset;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.events.DifficultyLowered;
import org.acides.hiboo.captcha.api.events.DifficultyRaised;
import org.acides.hiboo.captcha.api.events.SiteConfigured;
import org.acides.hiboo.captcha.api.events.SiteRegistered;
import org.acides.hiboo.captcha.api.events.SiteRetired;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the sites as they are, in the transaction of the event. */
@Component
@ProcessingGroup("lookup.captcha.site")
class SiteLookup {

    private final JdbcClient jdbc;
    private final Sites sites;

    SiteLookup(JdbcClient jdbc, Sites sites) {
        this.jdbc = jdbc;
        this.sites = sites;
    }

    @EventHandler
    void on(SiteRegistered event) {
        jdbc.sql("INSERT INTO captcha.site (site_id, site_key, service_id, settings, difficulty, registered_at)"
                        + " VALUES (?, ?, ?, ?::jsonb, ?, ?)")
                .param(event.siteId().value())
                .param(event.siteKey().value())
                .param(event.service() == null ? null : event.service().value())
                .param(SiteRows.JSON.writeValueAsString(event.settings()))
                .param(event.settings().least())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .update();
        changed();
    }

    @EventHandler
    void on(SiteConfigured event) {
        jdbc.sql("UPDATE captcha.site SET settings = ?::jsonb, difficulty = greatest(?, least(?, difficulty))"
                        + " WHERE site_id = ?")
                .param(SiteRows.JSON.writeValueAsString(event.settings()))
                .param(event.settings().least())
                .param(event.settings().most())
                .param(event.siteId().value())
                .update();
        changed();
    }

    @EventHandler
    void on(DifficultyRaised event) {
        difficulty(event.siteId(), event.to());
    }

    @EventHandler
    void on(DifficultyLowered event) {
        difficulty(event.siteId(), event.to());
    }

    @EventHandler
    void on(SiteRetired event) {
        jdbc.sql("UPDATE captcha.site SET retired = true WHERE site_id = ?")
                .param(event.siteId().value())
                .update();
        changed();
    }

    private void difficulty(SiteId site, int difficulty) {
        jdbc.sql("UPDATE captcha.site SET difficulty = ? WHERE site_id = ?")
                .params(difficulty, site.value())
                .update();
        changed();
    }

    private void changed() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sites.forget();
            }
        });
    }
}
