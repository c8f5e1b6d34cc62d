package org.acides.hiboo.identity.oidc.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.RevokeSession;
import org.acides.hiboo.identity.api.events.GroupCreated;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.oidc.authorization.Application;
import org.acides.hiboo.identity.oidc.authorization.Browser;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told of what (OpenID Connect Back-Channel Logout 1.0 §2.3, §2.7). */
class BackChannelTest extends ToldLife {

    @Autowired
    private TransactionTemplate transaction;

    private final Listener listener = new Listener();
    private Application wiki;

    @BeforeEach
    void anApplicationThatListens() {
        wiki = told(listener.address(), null);
    }

    @AfterEach
    void nothingOddWasSent() {
        listener.close();
        assertThat(listener.oddities()).isEmpty();
    }

    private void heard(Known... all) {
        List<String> expected = List.of(all).stream().map(Known::session).toList();
        await().untilAsserted(() -> assertThat(sessions(listener)).containsExactlyInAnyOrderElementsOf(expected));
        await().untilAsserted(() -> assertThat(waiting(wiki)).isZero());
    }

    private void nothingMoreIsHeardThan(Known... all) {
        heard(all);
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(listener.heard()).hasSize(all.length));
    }

    private SessionId id(Browser browser) {
        return java.util.Objects.requireNonNull(browser.session()).id();
    }

    @Test
    void signingOutHereTellsEveryApplicationThatTheSessionEntered() {
        try (Listener other = new Listener()) {
            Known here = enter(ada, wiki);
            Known there = enter(ada, told(other.address(), null));
            ada.submit("/sign-out", Map.of());
            heard(here);
            await().untilAsserted(() -> assertThat(sessions(other)).containsExactly(there.session()));
            assertThat(there.session()).as("pairwise").isNotEqualTo(here.session());
            assertThat(claim(listener.heard().getFirst(), "sub")).isEqualTo(here.subject());
        }
    }

    @Test
    void anApplicationThatSignsSomebodyOutIsToldToo() {
        Known known = enter(ada, wiki);
        ada.get("/connect/logout?id_token_hint=" + known.idToken());
        nothingMoreIsHeardThan(known);
    }

    @Test
    void aRevokedSessionIsToldOfAndTheOthersGoOn() {
        Browser phone = signedIn(account);
        Known lost = enter(phone, wiki);
        enter(ada, wiki);
        commands.send(new RevokeSession(account, id(phone)), new Actor(account.toString(), "MEMBER"));
        nothingMoreIsHeardThan(lost);
    }

    @Test
    void whatOutlivedItsSessionIsToldOfWhenAllShallEnd() {
        Browser phone = signedIn(account);
        Known forgotten = enter(phone, wiki);
        Known kept = enter(ada, wiki);
        sessions.expire(account, id(phone));
        nothingMoreIsHeardThan();
        sessions.endAll(account, id(ada));
        nothingMoreIsHeardThan(forgotten);
        sessions.endAll(account, null);
        nothingMoreIsHeardThan(forgotten, kept);
    }

    @Test
    void aBlockIsToldOf() {
        Known known = enter(ada, wiki);
        commands.send(new BlockAccount(account, "spam"), ADMIN);
        nothingMoreIsHeardThan(known);
    }

    @Test
    void aDeletedProfileIsToldOfAndNoOther() {
        Known deleted = enter(ada, wiki);
        var profile = choices.remembered(account, wiki.service()).orElseThrow();
        enterAs(ada, wiki, create(account, wiki.service(), name()));
        delete(account, profile);
        nothingMoreIsHeardThan(deleted);
    }

    @Test
    void whoeverIsInNoRequiredGroupAnyMoreIsToldOf() {
        Known known = enter(ada, wiki);
        GroupId group = GroupId.random();
        GroupId other = GroupId.random();
        for (GroupId each : List.of(group, other)) {
            catalogue.publish(new GroupCreated(each, each.toString(), Instant.EPOCH));
            catalogue.publish(new GroupJoined(each, account, Instant.EPOCH));
        }
        requires(wiki, group, other);
        catalogue.publish(new GroupLeft(group, account, Instant.EPOCH));
        nothingMoreIsHeardThan();
        catalogue.publish(new GroupLeft(other, account, Instant.EPOCH));
        nothingMoreIsHeardThan(known);
    }

    @Test
    void aServiceThatBeginsToRequireAGroupHearsOfEverybodyElse() {
        Known known = enter(ada, wiki);
        GroupId group = GroupId.random();
        catalogue.publish(new GroupCreated(group, group.toString(), Instant.EPOCH));
        requires(wiki);
        nothingMoreIsHeardThan();
        requires(wiki, group);
        nothingMoreIsHeardThan(known);
    }

    private void requires(Application where, GroupId... groups) {
        List<GroupRef> required = List.of(groups).stream()
                .map(group -> new GroupRef(group.value()))
                .toList();
        catalogue.publish(new RequiredGroupsSet(new ServiceId(where.service().value()), required, Instant.EPOCH));
    }

    /** Together, they would tell the service that one person has both. */
    @Test
    void oneProfileOfAServiceIsToldOfAtOnceAndTheOtherLater() {
        enter(ada, wiki);
        enterAs(ada, wiki, create(account, wiki.service(), name()));
        ada.submit("/sign-out", Map.of());
        await().untilAsserted(() -> assertThat(listener.heard()).hasSize(1));
        assertThat(waiting(wiki)).isEqualTo(1);
        timePasses(wiki);
        await().untilAsserted(() -> assertThat(listener.heard()).hasSize(2));
        assertThat(sessions(listener)).doesNotHaveDuplicates();
    }

    @Test
    void anEndingThatFailsTellsNobody() {
        Known known = enter(ada, wiki);
        transaction.executeWithoutResult(status -> {
            sessions.end(account, id(ada));
            status.setRollbackOnly();
        });
        nothingMoreIsHeardThan();
        sessions.end(account, id(ada));
        nothingMoreIsHeardThan(known);
    }

    @Test
    void whoeverCannotBeReachedIsToldAgainInTheSameWords() {
        for (int status : new int[] {302, 404, 503}) {
            listener.answers(status);
            Browser browser = signedIn(account);
            enter(browser, wiki);
            int before = listener.heard().size();
            browser.submit("/sign-out", Map.of());
            await().untilAsserted(() -> assertThat(listener.heard()).hasSize(before + 1));
            assertThat(waiting(wiki)).as("not yet told: " + status).isEqualTo(1);
            listener.answers(204);
            timePasses(wiki);
            await().untilAsserted(() -> assertThat(waiting(wiki)).isZero());
            assertThat(listener.heard()).hasSize(before + 2);
            assertThat(claim(listener.heard().get(before), "jti"))
                    .isEqualTo(claim(listener.heard().getLast(), "jti"));
        }
    }

    @Test
    void whoeverRefusesIsAskedNoMoreAndWhoeverIsGoneForADayNeither() {
        listener.answers(400);
        Known refused = enter(ada, wiki);
        ada.submit("/sign-out", Map.of());
        heard(refused);
        listener.answers(503);
        Browser again = signedIn(account);
        Known gone = enter(again, wiki);
        again.submit("/sign-out", Map.of());
        await().untilAsserted(() -> assertThat(listener.heard()).hasSize(2));
        database.sql("UPDATE identity.oidc_logout_notice SET given_up_at = now() WHERE service_id = ?")
                .param(wiki.service().value())
                .update();
        timePasses(wiki);
        heard(refused, gone, gone);
    }

    @Test
    void whoDoesNotListenLeavesNoTrace() {
        Application silent = told(null, null);
        enter(ada, silent);
        assertThat(database.sql("SELECT count(*) FROM identity.oidc_entry WHERE service_id = ?")
                        .param(silent.service().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
