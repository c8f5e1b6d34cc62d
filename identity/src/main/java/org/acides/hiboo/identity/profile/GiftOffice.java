package org.acides.hiboo.identity.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.identity.account.Managers;
import org.acides.hiboo.identity.api.GiftId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.IssueGift;
import org.acides.hiboo.identity.api.commands.WithdrawGift;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What managers do with gifts. */
@Component
class GiftOffice {

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Repository<Gift> repository;
    private final Gifts gifts;
    private final Managers managers;
    private final Services services;
    private final PublicAddress address;
    private final Clock clock;

    GiftOffice(
            Repository<Gift> repository,
            Gifts gifts,
            Managers managers,
            Services services,
            PublicAddress address,
            Clock clock) {
        this.repository = repository;
        this.gifts = gifts;
        this.managers = managers;
        this.services = services;
        this.address = address;
        this.clock = clock;
    }

    @CommandHandler
    String handle(IssueGift command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role)
            throws Exception {
        managers.require(command.service(), new Actor(actor, role));
        Service service = services.find(command.service()).orElseThrow(() -> new Refused("service.unknown"));
        Joining.requireUnlocked(service);
        Duration validFor = command.validFor();
        if (validFor.compareTo(SHORTEST) < 0 || validFor.compareTo(LONGEST) > 0)
            throw new Refused("gift.valid-for", LONGEST.toDays());
        GiftId id = GiftId.random();
        String secret = Secret.fresh();
        Instant now = clock.instant();
        gifts.keep(id, secret);
        repository.newInstance(() -> new Gift(id, service.id(), now.plus(validFor), now));
        return address.link("/picker?service=" + service.id() + "&gift=" + secret);
    }

    @CommandHandler
    void handle(WithdrawGift command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        ServiceRef service = gifts.serviceOf(command.giftId()).orElseThrow(() -> new Refused("gift.unknown"));
        managers.require(service, new Actor(actor, role));
        repository.load(command.giftId().toString()).execute(gift -> gift.withdraw(clock.instant()));
    }
}
