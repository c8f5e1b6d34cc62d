package org.acides.hiboo.identity.moving;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.account.AccountLife;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.MatchService;
import org.acides.hiboo.identity.api.commands.NoteCommunityGone;
import org.acides.hiboo.identity.api.events.CommunityTrusted;
import org.springframework.beans.factory.annotation.Autowired;

/** Communities that are known here, and what members bring from them. What they would answer is another test's. */
abstract class MovingLife extends AccountLife {

    @Autowired
    Arrivals arrivals;

    @Autowired
    StoredArrivals storedArrivals;

    @Autowired
    ArrivalRounds rounds;

    @Autowired
    DryRun dryRun;

    final OtherCommunity other = new OtherCommunity();
    final CommunityId community = CommunityId.random();

    final void trusted() {
        trust(community, other);
    }

    /** As if its keys had been fetched. */
    final void trust(CommunityId id, OtherCommunity there) {
        catalogue.publish(new CommunityTrusted(id, there.address, Instant.EPOCH));
        jdbc.sql("INSERT INTO identity.community_key (community_id, keys, fetched_at) VALUES (?, ?, ?)")
                .params(
                        id.value(),
                        there.published().toString(true),
                        Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    final void gone() {
        gone(community);
    }

    /** Nobody asks it to let go of anything. */
    final void gone(CommunityId id) {
        commands.send(new NoteCommunityGone(id), ADMIN);
    }

    final Matched matched(int quota) {
        return matched(community, ProfilePolicy.MANAGED, quota);
    }

    /** A service of ours, and what it is called there. */
    final Matched matched(CommunityId id, ProfilePolicy policy, int quota) {
        ServiceRef service = service(policy, quota);
        String theirs = "https://social-" + service + ".example/";
        commands.send(new MatchService(id, service, URI.create(theirs)), ADMIN);
        return new Matched(service, theirs);
    }

    record Matched(ServiceRef service, String theirs) {}

    final UUID handIn(AccountId account, byte[] file) {
        return arrivals.handIn(account, file, OtherCommunity.CODE);
    }

    final Arrival arrival(UUID id) {
        return storedArrivals.find(id).orElseThrow();
    }

    final void wantAll(AccountId account, UUID id) {
        arrivals.want(account, id, OtherCommunity.all(arrival(id)));
    }

    final void want(AccountId account, UUID id, Map<String, String> wanted) {
        arrivals.want(account, id, wanted);
    }

    /** As if every profile's turn had come. */
    final void bring(UUID id) {
        rounds.carry(id, Instant.now().plus(Duration.ofHours(7)));
    }

    final List<Coming.State> states(UUID id) {
        return arrival(id).profiles().stream().map(Coming::state).toList();
    }

    final List<String> whys(UUID id) {
        return arrival(id).profiles().stream().map(Coming::why).toList();
    }
}
