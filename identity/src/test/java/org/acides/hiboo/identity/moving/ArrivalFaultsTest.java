package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.commands.ForgetCommunity;
import org.acides.hiboo.identity.api.commands.UnmatchService;
import org.acides.hiboo.identity.profile.ArriveProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong while profiles are on their way, and what others could try. */
class ArrivalFaultsTest extends MovingLife {

    private AccountId account;
    private Matched matched;

    @BeforeEach
    void aCommunityIsTrusted() {
        trusted();
        gone();
        matched = matched(2);
        account = register();
    }

    @Test
    void theSameArrivalTwiceIsOne() {
        String name = name();
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name);
        UUID id = handIn(account, other.file(line));
        wantAll(account, id);
        Coming coming = arrival(id).profiles().getFirst();
        // As a node does that dies before it notes what it did.
        commands.send(
                new ArriveProfile(
                        coming.profile(), matched.service(), account, name, line.subject(), line.alias(), line.since()),
                new Actor(coming.profile().toString(), "MEMBER"));
        bring(id);
        bring(id);
        assertThat(states(id)).containsExactly(Coming.State.ARRIVED);
        assertThat(profiles.of(account, matched.service())).hasSize(1);
    }

    /** Its address leads nowhere: no answer is no decision. */
    @Test
    void whileTheOtherCommunityIsSilentTheProfileWaitsAndComesOnceAnAdminSaysThatItIsNoMore() {
        OtherCommunity silent = new OtherCommunity();
        CommunityId there = CommunityId.random();
        trust(there, silent);
        Matched service = matched(there, ProfilePolicy.MANAGED, 1);
        UUID id = handIn(account, silent.file(OtherCommunity.line(service.theirs(), name())));
        wantAll(account, id);
        bring(id);
        assertThat(states(id)).containsExactly(Coming.State.WAITING);
        assertThat(profiles.of(account)).isEmpty();
        gone(there);
        bring(id);
        assertThat(states(id)).containsExactly(Coming.State.ARRIVED);
    }

    @Test
    void whatAnAdminTakesBackMeanwhileHolds() {
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name());
        UUID id = handIn(account, other.file(line));
        wantAll(account, id);
        commands.send(new UnmatchService(community, matched.service()), ADMIN);
        bring(id);
        assertThat(whys(id)).containsExactly("arriving.no-service");
        commands.send(new ForgetCommunity(community), ADMIN);
        refused(() -> handIn(account, other.file(line)), "bundle.stranger");
    }

    @Test
    void nobodySeesOrSteersAnothersArrival() {
        UUID id = handIn(account, other.file(OtherCommunity.line(matched.theirs(), name())));
        AccountId stranger = register();
        assertThat(arrivals.find(stranger, id)).isEmpty();
        refused(() -> wantAll(stranger, id), "arriving.unknown");
        arrivals.forget(stranger, id);
        assertThat(arrivals.find(account, id)).isPresent();
    }

    /** Only boxes: who copies the database learns neither the account, nor a name, nor a subject. */
    @Test
    void whatWaitsTellsNothing() {
        Bundle.Line line = OtherCommunity.line(matched.theirs(), name());
        UUID id = handIn(account, other.file(line));
        wantAll(account, id);
        String row = jdbc.sql("SELECT to_jsonb(a.*)::text FROM identity.arrival a WHERE arrival_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(account.toString(), line.username(), line.subject(), line.ref(), matched.theirs());
    }
}
