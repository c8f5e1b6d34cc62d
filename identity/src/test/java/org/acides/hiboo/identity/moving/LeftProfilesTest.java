package org.acides.hiboo.identity.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.DisconnectScim;
import org.acides.hiboo.identity.api.commands.UndoProfileDeletion;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a profile that lives in another community now, and what anybody can tell of it. */
class LeftProfilesTest extends LeavingLife {

    @Autowired
    Departures departures;

    @Test
    void whatLeftIsDeletedWithinADayAndComesBackNoMore() {
        Prepared prepared = prepare(profile);
        take(prepared, fetch(prepared).profiles().getFirst());
        var when = jdbc.sql("SELECT leaves_after - now() BETWEEN interval '59 minutes' AND interval '24 hours'"
                        + " FROM identity.profile_departure WHERE profile_id = ?")
                .param(profile.value())
                .query(Boolean.class)
                .single();
        assertThat(when).isTrue();
        jdbc.sql("UPDATE identity.profile_departure SET leaves_after = now() WHERE profile_id = ?")
                .param(profile.value())
                .update();
        departures.carryOut();
        assertThat(profiles.held(profile).orElseThrow().state().name()).isEqualTo("DELETED");
        refused(
                () -> commands.send(new UndoProfileDeletion(profile, account), new Actor(profile.toString(), "MEMBER")),
                "profile.moved-away");
    }

    /** What it would be told to end is the very user that comes in by the other door. */
    @Test
    void theServiceIsToldNothingOfTheEndOfWhatLeft() {
        commands.send(new ConnectScim(service, URI.create("https://social.example/scim"), "token"), ADMIN);
        ProfileId stays = create(account, service, name());
        Prepared prepared = prepare(profile);
        take(prepared, fetch(prepared).profiles().getFirst());
        delete(account, profile);
        assertThat(toldOf(profile)).isZero();
        delete(account, stays);
        assertThat(toldOf(stays)).isEqualTo(1);
        commands.send(new DisconnectScim(service), ADMIN);
    }

    private int toldOf(ProfileId one) {
        return jdbc.sql("SELECT count(*) FROM identity.scim_delivery WHERE profile_id = ?")
                .param(one.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void nothingTakesThePlaceOfWhatLeftBeyondTheQuota() {
        ServiceRef one = service(ProfilePolicy.OPEN, 1);
        ProfileId only = create(account, one, name());
        Prepared prepared = prepare(only);
        take(prepared, fetch(prepared).profiles().getFirst());
        create(account, one, name());
        refused(() -> create(account, one, name()), "profile.quota-reached");
    }

    @Test
    void theHistoryTellsThatSomebodyAskedAndNeverWhichProfiles() {
        Prepared prepared = prepare(profile);
        take(prepared, fetch(prepared).profiles().getFirst());
        List<String> told = jdbc.sql("SELECT payload::text FROM infrastructure.event"
                        + " WHERE payload::text LIKE ? OR payload::text LIKE ?")
                .params("%" + account + "%", "%" + prepared.id() + "%")
                .query(String.class)
                .list();
        assertThat(told).isNotEmpty().noneMatch(event -> event.contains(profile.toString()));
        String row = jdbc.sql("SELECT to_jsonb(m.*)::text FROM identity.move m WHERE move_id = ?")
                .param(prepared.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(account.toString(), profile.toString(), service.toString());
    }
}
