package org.acides.hiboo.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.commands.ConfirmRecovery;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.IssueClientSecret;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.ProposeRecovery;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.api.commands.RemoveUpstream;
import org.acides.hiboo.identity.api.commands.RevokeRole;
import org.acides.hiboo.identity.api.commands.StartProfileImport;
import org.acides.hiboo.identity.api.commands.UnblockAccount;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an intruder at an admin's open browser cannot do, whichever way the command comes. */
class GraveActsTest extends AccountLife {

    private static final AccountId SOMEBODY = AccountId.random();
    private static final ServiceRef SERVICE = ServiceRef.of(SOMEBODY.toString());

    private static final UpstreamId UPSTREAM = UpstreamId.random();

    @Autowired
    Clock clock;

    private Actor admin(Duration ago, String... methods) {
        Instant then = clock.instant().minus(ago);
        return new SignedIn(SOMEBODY, SessionId.random(), Set.of(Role.ADMIN), then, List.of(methods)).as(Role.ADMIN);
    }

    static Stream<Object> graveActs() {
        return Stream.of(
                new GrantRole(SOMEBODY, Role.ADMIN),
                new RevokeRole(SOMEBODY, Role.ADMIN),
                new BlockAccount(SOMEBODY, "why"),
                new UnblockAccount(SOMEBODY),
                new ProposeRecovery(SOMEBODY, SOMEBODY, "why"),
                new ConfirmRecovery(SOMEBODY, SOMEBODY),
                new EntrustService(SOMEBODY, SERVICE),
                new IssueClientSecret(SERVICE, Duration.ZERO),
                new ConnectScim(SERVICE, URI.create("https://wiki.example/scim"), "token"),
                new StartProfileImport(ImportId.random()),
                new CloseProfileImport(ImportId.random()),
                new RegisterUpstream(UPSTREAM, "Elsewhere", URI.create("https://id.example"), "us", "secret", true),
                new ChangeUpstream(UPSTREAM, "Elsewhere", null, true),
                new OpenUpstream(UPSTREAM),
                new RemoveUpstream(UPSTREAM));
    }

    @ParameterizedTest
    @MethodSource("graveActs")
    void aProofThatIsStaleOrOfOneFactorIsRefusedBeforeAnythingIsLookedAt(Object act) {
        refused(() -> commands.send(act, admin(Duration.ofMinutes(11), "pwd", "otp", "mfa")), "authentication.stale");
        refused(() -> commands.send(act, admin(Duration.ZERO, "pwd")), "authentication.stale");
    }

    @Test
    void aFreshProofWithTwoFactorsDoesIt() {
        AccountId id = register();
        commands.send(new GrantRole(id, Role.MODERATOR), admin(Duration.ofMinutes(9), "pwd", "otp", "mfa"));
        assertThat(accounts.find(id).orElseThrow().roles()).contains(Role.MODERATOR);
    }
}
