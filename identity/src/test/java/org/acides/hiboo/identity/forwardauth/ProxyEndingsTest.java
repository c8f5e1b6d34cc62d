package org.acides.hiboo.identity.forwardauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.catalog.api.events.ServiceOpened;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.events.GroupCreated;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every ending bites at the next request. */
class ProxyEndingsTest extends ProxyLife {

    private ProfileId profile;

    @BeforeEach
    void adaIsIn() {
        profile = usual(wiki);
        enter(ada, proxy);
        assertThat(status(proxy)).isEqualTo(200);
    }

    @Test
    void signingOut() {
        ada.submit("/sign-out", Map.of());
        assertThat(status(proxy)).isEqualTo(303);
    }

    @Test
    void theSessionItCameFromAndNoOther() {
        Browser phone = signedIn(account);
        Proxy elsewhere = proxy.inAnotherBrowser();
        enter(phone, elsewhere);
        sessions.end(account, Objects.requireNonNull(ada.session()).id());
        assertThat(status(proxy)).isEqualTo(303);
        assertThat(status(elsewhere)).isEqualTo(200);
        sessions.expire(account, Objects.requireNonNull(phone.session()).id());
        assertThat(status(elsewhere)).isEqualTo(303);
    }

    @Test
    void aBlockedAccount() {
        commands.send(new BlockAccount(account, "spam"), ADMIN);
        assertThat(status(proxy)).isEqualTo(303);
    }

    @Test
    void aDeletedProfile() {
        delete(account, profile);
        assertThat(status(proxy)).isEqualTo(303);
    }

    /** A suspended profile is no live one, whoever wrote that down. */
    @Test
    void aProfileThatIsNotLive() {
        jdbc.sql("UPDATE identity.profile SET state = 'DELETED' WHERE profile_id = ?")
                .param(profile.value())
                .update();
        assertThat(status(proxy)).isEqualTo(303);
    }

    @Test
    void aClosedServiceUntilItOpensAgain() {
        close(wiki);
        assertThat(status(proxy)).isEqualTo(303);
        catalogue.publish(new ServiceOpened(new ServiceId(wiki.value()), Instant.EPOCH));
        assertThat(status(proxy)).isEqualTo(200);
    }

    @Test
    void aGroupThatTheServiceRequiresIsLeft() {
        GroupId group = GroupId.random();
        catalogue.publish(new GroupCreated(group, group.toString(), Instant.EPOCH));
        catalogue.publish(new GroupJoined(group, account, Instant.EPOCH));
        requires(group);
        assertThat(status(proxy)).isEqualTo(200);
        catalogue.publish(new GroupLeft(group, account, Instant.EPOCH));
        assertThat(status(proxy)).isEqualTo(303);
    }

    @Test
    void aGroupThatTheServiceBeginsToRequire() {
        GroupId group = GroupId.random();
        catalogue.publish(new GroupCreated(group, group.toString(), Instant.EPOCH));
        requires(group);
        assertThat(status(proxy)).isEqualTo(303);
    }

    private void requires(GroupId group) {
        catalogue.publish(new RequiredGroupsSet(
                new ServiceId(wiki.value()), List.of(new GroupRef(group.value())), Instant.EPOCH));
    }

    @Test
    void aRetiredService() {
        catalogue.publish(new ServiceRetired(new ServiceId(wiki.value()), Instant.EPOCH));
        assertThat(status(proxy)).isEqualTo(403);
    }

    @Test
    void anAddressThatWasTakenAway() {
        configure(wiki, "https://" + name() + ".example");
        assertThat(status(proxy)).isEqualTo(403);
    }

    @Test
    void twoProfilesOfOneSessionShareNoValue() {
        Proxy other = proxy.inAnotherBrowser();
        choices.remember(account, wiki, create(account, wiki, name()));
        enter(ada, other);
        List<Map<String, Object>> rows = jdbc.sql("SELECT entry_id, profile_id, session_name, cookie_hash::text"
                        + " FROM identity.forward_auth_entry WHERE service_id = ?")
                .param(wiki.value())
                .query()
                .listOfRows();
        assertThat(rows).hasSize(2);
        for (String column : rows.getFirst().keySet())
            assertThat(rows.get(0).get(column))
                    .as(column)
                    .isNotEqualTo(rows.get(1).get(column));
    }
}
