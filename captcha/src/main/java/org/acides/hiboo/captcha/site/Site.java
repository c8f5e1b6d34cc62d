package org.acides.hiboo.captcha.site;

import java.time.Instant;
import java.util.UUID;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.api.events.DifficultyLowered;
import org.acides.hiboo.captcha.api.events.DifficultyRaised;
import org.acides.hiboo.captcha.api.events.SiteConfigured;
import org.acides.hiboo.captcha.api.events.SiteRegistered;
import org.acides.hiboo.captcha.api.events.SiteRetired;
import org.acides.hiboo.captcha.api.events.SiteSecretIssued;
import org.acides.hiboo.captcha.api.events.VendorKeysGiven;
import org.acides.hiboo.captcha.api.events.VendorKeysTakenBack;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A form, or some of one application, that asks for passes. Its secrets are kept elsewhere: here is when there was one. */
@Aggregate
public class Site {

    @AggregateIdentifier
    private @Nullable SiteId id;

    private @Nullable SiteSettings settings;
    private int difficulty;
    private boolean retired;

    /** For Axon, which then applies the site's events. */
    Site() {}

    Site(SiteId id, SiteKey key, @Nullable ServiceRef service, SiteSettings settings, Instant now) {
        AggregateLifecycle.apply(new SiteRegistered(id, key, service, settings, now));
    }

    void configure(SiteSettings wanted, Instant now) {
        SiteId site = living();
        if (wanted.equals(settings)) return;
        boolean calm = settings != null && difficulty == settings.least();
        AggregateLifecycle.apply(new SiteConfigured(site, wanted, now));
        // No attack is left behind where there was none.
        if (calm) follow(wanted.least(), 0, now);
    }

    void issueSecret(UUID secret, Instant previousEnd, Instant now) {
        AggregateLifecycle.apply(new SiteSecretIssued(living(), secret, previousEnd, now));
    }

    void follow(int wanted, long passesAMinute, Instant now) {
        SiteId site = living();
        int next = settings == null ? wanted : settings.within(wanted);
        if (next > difficulty)
            AggregateLifecycle.apply(new DifficultyRaised(site, difficulty, next, passesAMinute, now));
        if (next < difficulty)
            AggregateLifecycle.apply(new DifficultyLowered(site, difficulty, next, passesAMinute, now));
    }

    /** Twice is the same as once. */
    void retire(Instant now) {
        if (!retired) AggregateLifecycle.apply(new SiteRetired(living(), now));
    }

    public void giveVendorKeys(Vendor vendor, String key, Instant now) {
        AggregateLifecycle.apply(new VendorKeysGiven(living(), vendor, key, now));
    }

    public void takeBackVendorKeys(Vendor vendor, Instant now) {
        if (id != null) AggregateLifecycle.apply(new VendorKeysTakenBack(id, vendor, now));
    }

    private SiteId living() {
        if (id == null) throw new Refused("site.unknown");
        if (retired) throw new Refused("site.retired");
        return id;
    }

    @EventSourcingHandler
    void on(SiteRegistered event) {
        id = event.siteId();
        settings = event.settings();
        difficulty = event.settings().least();
    }

    @EventSourcingHandler
    void on(SiteConfigured event) {
        settings = event.settings();
        difficulty = event.settings().within(difficulty);
    }

    @EventSourcingHandler
    void on(DifficultyRaised event) {
        difficulty = event.to();
    }

    @EventSourcingHandler
    void on(DifficultyLowered event) {
        difficulty = event.to();
    }

    @EventSourcingHandler
    void on(SiteRetired event) {
        retired = true;
    }
}
