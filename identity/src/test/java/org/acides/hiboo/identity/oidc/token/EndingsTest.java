package org.acides.hiboo.identity.oidc.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.GroupCreated;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.session.SessionsEnded;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.transaction.support.TransactionTemplate;

class EndingsTest extends OidcLife {

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Sealer sealer;

    private void end(AccountId account, SessionId... sessions) {
        transaction.executeWithoutResult(
                status -> publisher.publishEvent(new SessionsEnded(account, Set.of(sessions), false)));
    }

    private static void lives(Application app, Application.Answer tokens, boolean lives) {
        assertThat(app.userinfo(tokens.text("access_token")).status()).isEqualTo(lives ? 200 : 401);
        assertThat(app.refresh(tokens.text("refresh_token")).status()).isEqualTo(lives ? 200 : 400);
    }

    @Test
    void signingOutEndsWhatThatSessionGaveAndNothingElse() {
        Application app = application();
        Application other = application();
        SessionId session = SessionId.random();
        Application.Answer here = signIn(app, enter(app, session));
        Application.Answer there = signIn(other, enter(other, session));
        Application.Answer elsewhere = signIn(app, enter(app));
        String waiting = code(app, enter(app, session));
        end(ada, session);
        lives(app, here, false);
        lives(other, there, false);
        assertThat(app.redeem(waiting).error()).isEqualTo("invalid_grant");
        lives(app, elsewhere, true);
    }

    @Test
    void offlineAccessOutlivesTheSession() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer tokens = signInForLong(app, entry);
        end(ada, entry.session());
        lives(app, tokens, true);
    }

    @Test
    void anEndingThatFailsLeavesTheTokens() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer tokens = signIn(app, entry);
        transaction.executeWithoutResult(status -> {
            publisher.publishEvent(new SessionsEnded(ada, Set.of(entry.session()), false));
            status.setRollbackOnly();
        });
        lives(app, tokens, true);
    }

    @Test
    void aBlockEndsOfflineAccessToo() {
        Application app = application();
        Application.Answer tokens = signInForLong(app, enter(app));
        catalogue.publish(new AccountBlocked(ada, sealer.seal(ada.value(), "spam"), Instant.EPOCH));
        lives(app, tokens, false);
    }

    @Test
    void aSuspensionEndsTheProfilesTokensAtOnceAndNoCodeOutlivesIt() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer tokens = signInForLong(app, entry);
        String waiting = code(app, entry);
        ProfileId profile = entry.profile();
        catalogue.publish(new ProfileSuspended(profile, sealer.seal(profile.value(), "spam"), Instant.EPOCH));
        lives(app, tokens, false);
        assertThat(app.redeem(waiting).error()).isEqualTo("invalid_grant");
    }

    @Test
    void aContestedClaimEndsTheProfilesTokensAtOnceToo() {
        Application app = application();
        Entry entry = enter(app);
        Application.Answer tokens = signInForLong(app, entry);
        String waiting = code(app, entry);
        catalogue.publish(new ClaimContested(entry.profile(), ServiceRef.random(), false, false, Instant.EPOCH));
        lives(app, tokens, false);
        assertThat(app.redeem(waiting).error()).isEqualTo("invalid_grant");
    }

    @Test
    void whoIsInNoRequiredGroupAnyMoreLosesTheirTokensThereAndNowhereElse() {
        Application app = application();
        Application other = application();
        GroupId group = GroupId.random();
        GroupId second = GroupId.random();
        for (GroupId each : List.of(group, second)) {
            catalogue.publish(new GroupCreated(each, each.toString(), Instant.EPOCH));
            catalogue.publish(new GroupJoined(each, ada, Instant.EPOCH));
        }
        Application.Answer stranger = signInForLong(
                app, new Entry(create(AccountId.random(), app.service(), name()), SessionId.random(), app.service()));
        Application.Answer here = signInForLong(app, enter(app));
        Application.Answer there = signInForLong(other, enter(other));
        List<GroupRef> required = List.of(new GroupRef(group.value()), new GroupRef(second.value()));
        catalogue.publish(new RequiredGroupsSet(new ServiceId(app.service().value()), required, Instant.EPOCH));
        lives(app, stranger, false);
        catalogue.publish(new GroupLeft(group, ada, Instant.EPOCH));
        lives(app, here, true);
        catalogue.publish(new GroupLeft(second, ada, Instant.EPOCH));
        assertThat(app.userinfo(here.text("access_token")).status()).isEqualTo(401);
        lives(other, there, true);
    }

    @Test
    void aResetPasswordEndsEverythingAndAChangedOneOnlyTheOtherSessions() {
        Application app = application();
        Application.Answer changed = signInForLong(app, enter(app));
        catalogue.publish(new PasswordChanged(ada, false, Instant.EPOCH));
        lives(app, changed, true);
        Application.Answer reset = signInForLong(app, enter(app));
        catalogue.publish(new PasswordChanged(ada, true, Instant.EPOCH));
        lives(app, reset, false);
    }

    @Test
    void aDeletedProfileTakesItsTokensAndItsConsentAlong() {
        Application app = application();
        Entry entry = enter(app);
        Entry sibling = enter(app, entry.session());
        Application.Answer tokens = signInForLong(app, entry);
        Application.Answer kept = signInForLong(app, sibling);
        String client = app.service().toString();
        consents.save(OAuth2AuthorizationConsent.withId(client, entry.profile().toString())
                .authority(new SimpleGrantedAuthority("SCOPE_email"))
                .build());
        assertThat(consents.findById(client, entry.profile().toString())).isNotNull();
        delete(ada, entry.profile());
        lives(app, tokens, false);
        assertThat(consents.findById(client, entry.profile().toString())).isNull();
        lives(app, kept, true);
    }
}
