package org.acides.hiboo.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.RevokeSession;
import org.acides.hiboo.identity.api.queries.FindMySessions;
import org.acides.hiboo.identity.api.queries.MySession;
import org.acides.hiboo.identity.session.Sessions.Begun;
import org.acides.hiboo.identity.test.RunningIdentity;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.scheduling.Recurring;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class SessionsTest extends RunningIdentity {

    @Autowired
    Sessions sessions;

    @Autowired
    Commands commands;

    @Autowired
    QueryGateway queries;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    Map<String, Recurring> recurring;

    private Begun begin(AccountId account) {
        return sessions.begin(account, List.of("pwd"), "Firefox, Linux");
    }

    private Sessions anotherNode(Duration later) {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return new JdbcSessions(jdbc, publisher, new Lifetimes(Duration.ofDays(14), Duration.ofDays(90)), clock);
    }

    private List<MySession> listed(AccountId account) {
        return queries.query(new FindMySessions(account), ResponseTypes.multipleInstancesOf(MySession.class))
                .join();
    }

    @Test
    void theCookieTellsWhoIsThereOnEveryNode() {
        AccountId account = account();
        Begun begun = begin(account);
        assertThat(begun.cookie()).matches("[A-Za-z0-9_-]{43}");
        SignedIn who = anotherNode(Duration.ZERO).find(begun.cookie()).orElseThrow();
        assertThat(who.account()).isEqualTo(account);
        assertThat(who.session()).isEqualTo(begun.id());
        assertThat(who.methods()).containsExactly("pwd");
        assertThat(who.roles()).containsExactly(Role.MEMBER);
        assertThat(sessions.find(begun.cookie())).contains(who);
    }

    @Test
    void theDatabaseDoesNotKnowTheCookie() {
        Begun begun = begin(account());
        List<String> rows = jdbc.sql("SELECT to_jsonb(s)::text FROM identity.session s")
                .query(String.class)
                .list();
        assertThat(rows).noneMatch(row -> row.contains(begun.cookie()));
    }

    @Test
    void nobodyIsBehindAnUnknownOrMalformedCookie() {
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("A".repeat(43))).isEmpty();
        assertThat(sessions.find("' or true --")).isEmpty();
        assertThat(sessions.find("é".repeat(1_000_000))).isEmpty();
    }

    @Test
    void aRevokedSessionIsRefusedAtTheNextRequestOnEveryNode(ApplicationEvents published) {
        AccountId account = account();
        Begun begun = begin(account);
        Begun other = begin(account);
        Actor member = new Actor(account.toString(), "MEMBER");
        commands.send(new RevokeSession(account, begun.id()), member);
        assertThat(anotherNode(Duration.ZERO).find(begun.cookie())).isEmpty();
        assertThat(sessions.find(other.cookie())).isPresent();
        assertThat(published.stream(SessionsEnded.class))
                .containsExactly(new SessionsEnded(account, Set.of(begun.id()), false));
        assertThatThrownBy(() -> commands.send(new RevokeSession(account, begun.id()), member))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("session.unknown"));
    }

    @Test
    void nobodyRevokesAnothersSession() {
        Begun begun = begin(account());
        AccountId stranger = account();
        assertThatThrownBy(() -> commands.send(
                        new RevokeSession(stranger, begun.id()), new Actor(stranger.toString(), "MEMBER")))
                .isInstanceOf(Refused.class);
        sessions.end(stranger, begun.id());
        assertThat(sessions.find(begun.cookie())).isPresent();
    }

    @Test
    void allSessionsEndButTheOneToKeep(ApplicationEvents published) {
        AccountId account = account();
        Begun kept = begin(account);
        Begun second = begin(account);
        Begun third = begin(account);
        Begun strangers = begin(account());
        sessions.endAll(account, kept.id());
        assertThat(sessions.find(kept.cookie())).isPresent();
        assertThat(sessions.find(strangers.cookie())).isPresent();
        assertThat(sessions.find(second.cookie())).isEmpty();
        assertThat(sessions.find(third.cookie())).isEmpty();
        assertThat(published.stream(SessionsEnded.class))
                .containsExactly(new SessionsEnded(account, Set.of(second.id(), third.id()), false));
        sessions.endAll(account, null);
        assertThat(sessions.find(kept.cookie())).isEmpty();
        sessions.endAll(account, null);
        SignedOutEverywhere all = new SignedOutEverywhere(account, null);
        assertThat(published.stream(SignedOutEverywhere.class))
                .as("told although no session is left")
                .containsExactly(new SignedOutEverywhere(account, kept.id()), all, all);
    }

    @Test
    void aBlockedAccountIsNobodyAndRolesAreThoseOfNowOnceMoreThanAPasswordWasProved() {
        AccountId account = account();
        Begun begun = begin(account);
        set(account, "roles = '{MEMBER,ADMIN}'");
        assertThat(sessions.find(begun.cookie()).orElseThrow().roles()).containsExactly(Role.MEMBER);
        sessions.provedMore(begun.id(), List.of("pwd", "otp", "mfa"));
        assertThat(sessions.find(begun.cookie()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.MEMBER, Role.ADMIN);
        set(account, "blocked = true");
        assertThat(sessions.find(begun.cookie())).isEmpty();
    }

    private void set(AccountId account, String change) {
        jdbc.sql("UPDATE identity.account SET " + change + " WHERE account_id = ?")
                .param(account.value())
                .update();
    }

    @Test
    void provingAgainWhoOneIsRenewsTheTimeAndTheMethods() {
        Begun begun = begin(account());
        Instant before = sessions.find(begun.cookie()).orElseThrow().authenticatedAt();
        Sessions later = anotherNode(Duration.ofMinutes(10));
        later.authenticatedAgain(begun.id(), List.of("pwd", "otp"));
        SignedIn who = sessions.find(begun.cookie()).orElseThrow();
        assertThat(who.authenticatedAt()).isAfter(before);
        assertThat(who.methods()).containsExactly("pwd", "otp");
    }

    @Test
    void aSessionUnusedForFourteenDaysIsOverAndUseKeepsItForNinety() {
        AccountId account = account();
        Begun unused = begin(account);
        Begun used = begin(account);
        for (int day = 13; day < 90; day += 13)
            assertThat(anotherNode(Duration.ofDays(day)).find(used.cookie())).isPresent();
        assertThat(anotherNode(Duration.ofDays(15)).find(unused.cookie())).isEmpty();
        assertThat(anotherNode(Duration.ofDays(91)).find(used.cookie())).isEmpty();
    }

    @Test
    void useIsKeptByTheHourAlone() {
        AccountId account = account();
        Begun begun = begin(account);
        anotherNode(Duration.ofHours(5)).find(begun.cookie());
        MySession mine = listed(account).getFirst();
        assertThat(mine.lastUsedAt()).isAfter(mine.signedInAt());
        assertThat(mine.lastUsedAt().getEpochSecond() % 3600).isZero();
        assertThat(mine.device()).isEqualTo("Firefox, Linux");
    }

    @Test
    void aMemberSeesTheirOwnLiveSessions() {
        AccountId account = account();
        Begun first = begin(account);
        Begun second = begin(account);
        begin(account());
        assertThat(listed(account)).extracting(MySession::sessionId).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void whatIsOverIsCleanedAwayAndTold(ApplicationEvents published) {
        AccountId account = account();
        Begun over = begin(account);
        jdbc.sql("UPDATE identity.session SET last_used_at = now() - interval '20 days' WHERE session_id = ?")
                .param(over.id().value())
                .update();
        Begun live = begin(account);
        recurring.get("endingOfSessions").work().run();
        assertThat(published.stream(SessionsEnded.class)).contains(new SessionsEnded(account, Set.of(over.id()), true));
        assertThat(sessions.find(live.cookie())).isPresent();
    }

    @Test
    void ofOneAccountAHundredSessionsAreKept() {
        AccountId account = account();
        for (int i = 0; i < 105; i++) begin(account);
        SessionId newest = begin(account).id();
        jdbc.sql("UPDATE identity.session SET created_at = created_at + interval '1 second' WHERE session_id = ?")
                .param(newest.value())
                .update();
        recurring.get("endingOfSessions").work().run();
        assertThat(listed(account))
                .hasSize(100)
                .extracting(MySession::sessionId)
                .contains(newest);
    }
}
