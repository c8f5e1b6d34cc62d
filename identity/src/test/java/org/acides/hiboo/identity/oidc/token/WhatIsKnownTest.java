package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.account.Registration;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.commands.EscapeProfile;
import org.acides.hiboo.identity.api.commands.LeaveService;
import org.acides.hiboo.identity.api.events.ProfileTransferred;
import org.acides.hiboo.identity.api.queries.FindKnownOfMe;
import org.acides.hiboo.identity.api.queries.KnownOfMe;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a service was told of a profile, and what it can make of that. */
class WhatIsKnownTest extends OidcLife {

    private static final String PASSWORD = "otters hold hands asleep";

    @Autowired
    QueryGateway queries;

    @Autowired
    Sealer sealer;

    @Autowired
    Clock clock;

    @Autowired
    Registration registration;

    private Optional<KnownOfMe> known(AccountId account, ProfileId profile) {
        return queries.query(new FindKnownOfMe(account, profile), ResponseTypes.optionalInstanceOf(KnownOfMe.class))
                .join();
    }

    private static void lives(Application app, Application.Answer tokens, boolean lives) {
        assertThat(app.userinfo(tokens.text("access_token")).status()).isEqualTo(lives ? 200 : 401);
        assertThat(app.refresh(tokens.text("refresh_token")).status()).isEqualTo(lives ? 200 : 400);
    }

    @Test
    void aMemberReadsWhatTheirServiceKnowsAndNobodyElseDoes() {
        Application app = application();
        Entry entry = enter(app);
        KnownOfMe before = known(ada, entry.profile()).orElseThrow();
        assertThat(before.signIns()).isZero();
        assertThat(before.lastEntered()).isNull();
        Application.Answer tokens = signInForLong(app, entry);
        KnownOfMe known = known(ada, entry.profile()).orElseThrow();
        assertThat(known.subject())
                .isEqualTo(claims(tokens.text("id_token")).path("sub").asString());
        assertThat(known.scopes()).containsExactly("email", "offline_access", "openid", "profile");
        assertThat(known.signIns()).isEqualTo(1);
        assertThat(known.offline()).isTrue();
        assertThat(known.lastEntered()).isEqualTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        assertThat(known(AccountId.random(), entry.profile())).isEmpty();
    }

    @Test
    void theDayIsUnreadableInTheDatabase() {
        Application app = application();
        Entry one = enter(app);
        Entry other = enter(app);
        signIn(app, one);
        signIn(app, other);
        List<Long> days = jdbc.sql("SELECT day FROM identity.profile_seen WHERE profile_id IN (?, ?)")
                .params(one.profile().value(), other.profile().value())
                .query(Long.class)
                .list();
        assertThat(days).hasSize(2).doesNotHaveDuplicates();
        assertThat(days)
                .doesNotContain(
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
    }

    @Test
    void leavingEndsEverySignInAndKeepsTheProfile() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer tokens = signInForLong(app, entry);
        Actor itself = new Actor(entry.profile().toString(), "MEMBER");
        commands.send(new LeaveService(entry.profile(), ada), itself);
        lives(app, tokens, false);
        assertThat(known(ada, entry.profile()).orElseThrow().scopes()).isEmpty();
        lives(app, signInForLong(app, entry), true);
    }

    @Test
    void aProfileThatMovesTakesNoTokenAlong() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer tokens = signInForLong(app, entry);
        AccountId receiver = AccountId.random();
        catalogue.publish(new ProfileTransferred(
                entry.profile(), entry.service(), sealer.seal(entry.profile().value(), receiver), Instant.EPOCH));
        lives(app, tokens, false);
        assertThat(known(ada, entry.profile())).isEmpty();
        assertThat(known(receiver, entry.profile()).orElseThrow().lastEntered()).isNull();
    }

    @Test
    void nothingThatAServiceIsToldJoinsAnEscapedProfileToTheOneBefore() {
        Application app = application();
        AccountId account = registration.register(
                new Registration.Applicant(name(), name() + "@example.org", PASSWORD, "fr", "1", null));
        SessionId session = SessionId.random();
        Entry old = new Entry(create(account, app.service(), name()), session, app.service());
        Set<String> before = told(app, signInForLong(app, old));
        ProfileId id = ProfileId.random();
        commands.send(
                new EscapeProfile(old.profile(), id, account, name(), session, PASSWORD),
                new Actor(id.toString(), "MEMBER"));
        Application.Answer stillHeld = signInForLong(app, old);
        lives(app, stillHeld, true);
        Set<String> after = told(app, signInForLong(app, new Entry(id, session, app.service())));
        Set<String> ofStranger = told(app, signInForLong(app, enter(app)));
        after.retainAll(before);
        ofStranger.retainAll(before);
        assertThat(after).isSubsetOf(ofStranger);
    }

    /** Every value in the answer, its tokens and the user info, but the second in which they were made. */
    private static Set<String> told(Application app, Application.Answer tokens) {
        Set<String> values = new HashSet<>();
        leaves(tokens.body(), values);
        leaves(claims(tokens.text("id_token")), values);
        leaves(claims(tokens.text("access_token")), values);
        leaves(app.userinfo(tokens.text("access_token")).body(), values);
        values.removeIf(value -> value.matches("\\d{10}"));
        return values;
    }

    private static void leaves(JsonNode node, Set<String> into) {
        if (node.isContainer()) node.forEach(child -> leaves(child, into));
        else into.add(node.asString());
    }
}
