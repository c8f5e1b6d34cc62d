package org.acides.hiboo.identity.moving;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.commands.ForgetCommunity;
import org.acides.hiboo.identity.api.commands.MatchService;
import org.acides.hiboo.identity.api.commands.NoteCommunityGone;
import org.acides.hiboo.identity.api.commands.TrustCommunity;
import org.acides.hiboo.identity.api.commands.UnmatchService;
import org.acides.hiboo.identity.api.events.CommunityForgotten;
import org.acides.hiboo.identity.api.events.CommunityGone;
import org.acides.hiboo.identity.api.events.CommunityServiceMatched;
import org.acides.hiboo.identity.api.events.CommunityServiceUnmatched;
import org.acides.hiboo.identity.api.events.CommunityTrusted;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.springframework.stereotype.Component;

/** What admins decide of other communities. */
@Component
class CommunityOffice {

    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_SERVICE = 500;

    private final Communities communities;
    private final CommunityKeys keys;
    private final Services services;
    private final PublicAddress address;
    private final EventGateway events;
    private final Clock clock;

    CommunityOffice(
            Communities communities,
            CommunityKeys keys,
            Services services,
            PublicAddress address,
            EventGateway events,
            Clock clock) {
        this.communities = communities;
        this.keys = keys;
        this.services = services;
        this.address = address;
        this.events = events;
        this.clock = clock;
    }

    @CommandHandler
    void handle(TrustCommunity command) {
        if (communities.find(command.communityId()).isPresent()) return;
        URI normal = normal(command.address());
        if (normal.equals(address.origin())) throw new Refused("community.own");
        if (communities.byIssuer(normal.toString()).isPresent()) throw new Refused("community.known");
        Community community = new Community(command.communityId(), normal, false);
        try {
            keys.fetch(community);
        } catch (IOException notThere) {
            throw new Refused("community.unreachable");
        }
        events.publish(new CommunityTrusted(community.id(), normal, clock.instant()));
    }

    @CommandHandler
    void handle(MatchService command) {
        known(command.communityId());
        boolean there = services.find(command.service())
                .filter(service -> service.state() != ServiceState.RETIRED)
                .isPresent();
        if (!there) throw new Refused("service.unknown");
        if (command.theirs().getHost() == null || command.theirs().toString().length() > LONGEST_SERVICE)
            throw new Refused("community.service-malformed", LONGEST_SERVICE);
        URI theirs = URI.create(Community.application(command.theirs().toString()));
        boolean another = communities
                .match(command.communityId(), theirs.toString())
                .filter(service -> !service.equals(command.service()))
                .isPresent();
        if (another) throw new Refused("community.service-matched");
        events.publish(new CommunityServiceMatched(command.communityId(), command.service(), theirs, clock.instant()));
    }

    @CommandHandler
    void handle(UnmatchService command) {
        known(command.communityId());
        events.publish(new CommunityServiceUnmatched(command.communityId(), command.service(), clock.instant()));
    }

    @CommandHandler
    void handle(NoteCommunityGone command) {
        if (known(command.communityId()).gone()) return;
        events.publish(new CommunityGone(command.communityId(), clock.instant()));
    }

    @CommandHandler
    void handle(ForgetCommunity command) {
        known(command.communityId());
        keys.forget(command.communityId());
        events.publish(new CommunityForgotten(command.communityId(), clock.instant()));
    }

    private Community known(CommunityId id) {
        return communities.find(id).orElseThrow(() -> new Refused("community.unknown"));
    }

    private static URI normal(URI typed) {
        try {
            return Community.normal(typed);
        } catch (IllegalArgumentException malformed) {
            throw new Refused("community.malformed", LONGEST_ADDRESS);
        }
    }
}
