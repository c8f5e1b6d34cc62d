package org.acides.hiboo.captcha.vendor;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.commands.GiveVendorKeys;
import org.acides.hiboo.captcha.api.commands.TakeBackVendorKeys;
import org.acides.hiboo.captcha.site.Site;
import org.acides.hiboo.captcha.site.SiteOffice;
import org.acides.hiboo.infrastructure.api.Actor;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Where those who look after a site leave the keys that a vendor gave them. */
@Component
class VendorDesk {

    private final Repository<Site> repository;
    private final SiteOffice office;
    private final VendorKeys keys;
    private final Clock clock;

    VendorDesk(Repository<Site> repository, SiteOffice office, VendorKeys keys, Clock clock) {
        this.repository = repository;
        this.office = office;
        this.keys = keys;
        this.clock = clock;
    }

    @CommandHandler
    void handle(GiveVendorKeys command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        office.require(command.siteId(), new Actor(actor, role));
        Instant now = clock.instant();
        on(command.siteId(), site -> site.giveVendorKeys(command.vendor(), command.key(), now));
        keys.put(command.siteId(), command.vendor(), command.key(), command.secret(), now);
    }

    @CommandHandler
    void handle(TakeBackVendorKeys command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        office.require(command.siteId(), new Actor(actor, role));
        if (keys.remove(command.siteId(), command.vendor()))
            on(command.siteId(), site -> site.takeBackVendorKeys(command.vendor(), clock.instant()));
    }

    private void on(SiteId site, Consumer<Site> act) {
        repository.load(site.toString()).execute(act);
    }
}
