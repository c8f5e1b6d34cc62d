package org.acides.hiboo.identity.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CancelProfileImport;
import org.acides.hiboo.identity.api.commands.CloseProfileImport;
import org.acides.hiboo.identity.api.queries.ImportState;
import org.acides.hiboo.identity.profile.ClaimProfile;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose an old account becomes, and what proves it. */
class ClaimsTest extends MigrationLife {

    @Autowired
    Claims claims;

    @Test
    void whoProvesTheOldPasswordHasTheProfile() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        ImportId list = imported(service, handle, name());
        AccountId account = member();
        ProfileId claimed = claims.byPassword(account, service, handle, OLD_PASSWORD);
        assertThat(profiles.of(account, service)).singleElement().satisfies(profile -> {
            assertThat(profile.id()).isEqualTo(claimed);
            assertThat(profile.username()).isEqualTo(handle);
            assertThat(profile.alias()).contains("@");
        });
        assertThat(hash(claimed)).isEmpty();
        assertThat(row(service, list).unclaimed()).isEqualTo(1);
        assertThat(row(service, list).state()).isEqualTo(ImportState.FINISHED);
    }

    @Test
    void theNameCountsWithoutRegardToCaseAndKeepsIt() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = "Q" + name();
        imported(service, handle);
        AccountId account = member();
        claims.byPassword(account, service, handle.toLowerCase(java.util.Locale.ROOT), OLD_PASSWORD);
        assertThat(profiles.of(account, service).getFirst().username()).isEqualTo(handle);
    }

    @Test
    void everythingWrongIsOneAnswer() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = "io" + name();
        imported(service, handle);
        AccountId account = member();
        wrong(() -> claims.byPassword(account, service, handle, "another"));
        wrong(() -> claims.byPassword(account, service, handle, ""));
        wrong(() -> claims.byPassword(account, service, name(), OLD_PASSWORD));
        wrong(() -> claims.byPassword(account, service, handle.replace("io", "1o"), OLD_PASSWORD));
        wrong(() -> claims.byPassword(account, service, "", OLD_PASSWORD));
        wrong(() -> claims.byPassword(account, service, "a\u0000b", OLD_PASSWORD));
        wrong(() -> claims.byPassword(account, service(ProfilePolicy.OPEN, 1), handle, OLD_PASSWORD));
        wrong(() -> claims.byEmail(account, service, handle, null));
        assertThat(profiles.of(account, service)).isEmpty();
        claims.byPassword(member(), service, handle, OLD_PASSWORD);
        wrong(() -> claims.byPassword(account, service, handle, "another"));
    }

    @Test
    void guessingIsSlowedForAllNamesAlike() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        for (String tried : List.of(handle, name())) {
            AccountId account = member();
            for (int i = 0; i < 5; i++) wrong(() -> claims.byPassword(account, service, tried, "another"));
            wrong(() -> claims.byPassword(account, service, tried, "another"));
            assertThatThrownBy(() -> claims.byPassword(account, service, tried, OLD_PASSWORD))
                    .hasMessage("throttled");
        }
    }

    @ParameterizedTest
    @EnumSource(ProfilePolicy.class)
    void aPolicyIsAboutNewProfiles(ProfilePolicy policy) {
        ServiceRef service = service(policy, 1);
        String handle = name();
        imported(service, handle);
        AccountId account = member();
        claims.byPassword(account, service, handle, OLD_PASSWORD);
        assertThat(profiles.of(account, service)).hasSize(1);
    }

    @Test
    void aClosedServiceLetsMembersClaimBeforeItOpensAndARetiredOneDoesNot() {
        ServiceRef service = closedService();
        String first = name();
        String second = name();
        imported(service, first, second);
        claims.byPassword(member(), service, first, OLD_PASSWORD);
        catalogue.publish(new ServiceRetired(new ServiceId(service.value()), Instant.EPOCH));
        assertThatThrownBy(() -> claims.byPassword(member(), service, second, OLD_PASSWORD))
                .hasMessage("service.unknown");
    }

    @Test
    void theQuotaHoldsAndTheOldAccountWaits() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String first = name();
        String second = name();
        imported(service, first, second);
        AccountId account = member();
        claims.byPassword(account, service, first, OLD_PASSWORD);
        assertThatThrownBy(() -> claims.byPassword(account, service, second, OLD_PASSWORD))
                .hasMessage("profile.quota-reached");
        claims.byPassword(member(), service, second, OLD_PASSWORD);
    }

    @Test
    void ofTwoWhoProveItAtOnceOneHasIt() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        List<AccountId> accounts = List.of(member(), member(), member());
        AtomicInteger next = new AtomicInteger();
        List<String> outcomes =
                race(3, () -> claims.byPassword(accounts.get(next.getAndIncrement()), service, handle, OLD_PASSWORD));
        assertThat(outcomes).containsOnlyOnce("done").containsAnyOf("claim.wrong", "claim.claimed");
        assertThat(Set.copyOf(outcomes)).isSubsetOf("done", "claim.wrong", "claim.claimed");
        assertThat(accounts.stream()
                        .mapToInt(one -> profiles.of(one, service).size())
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void theAddressProvesItWhereTheListHasIt() throws Exception {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId account = register();
        String handle = name();
        String email = accounts.find(account).orElseThrow().email();
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8)));
        ImportId list = read(service, "handle,email_hash\n" + handle + "," + digest + "\n");
        start(list);
        reserveAll(list);
        assertThatThrownBy(() -> claims.byEmail(account, service, handle, null)).hasMessage("claim.address-unproved");
        registration.verifyEmail(account);
        wrong(() -> claims.byEmail(member(), service, handle, null));
        wrong(() -> claims.byPassword(account, service, handle, ""));
        claims.byEmail(account, service, handle, null);
        assertThat(profiles.of(account, service)).hasSize(1);
    }

    @Test
    void whatIsCancelledOrClosedIsNoLongerClaimed() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String cancelled = name();
        String closed = name();
        commands.send(new CancelProfileImport(imported(service, cancelled)), ADMIN);
        commands.send(new CloseProfileImport(imported(service, closed)), ADMIN);
        for (String handle : List.of(cancelled, closed))
            wrong(() -> claims.byPassword(member(), service, handle, OLD_PASSWORD));
    }

    @Test
    void cancellingLeavesWhatWasClaimed() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        ImportId list = imported(service, handle);
        AccountId account = member();
        claims.byPassword(account, service, handle, OLD_PASSWORD);
        commands.send(new CancelProfileImport(list), ADMIN);
        assertThat(profiles.of(account, service)).hasSize(1);
        assertThatThrownBy(() -> create(member(), service, handle)).hasMessage("username.taken");
    }

    @Test
    void theHistoryNamesTheProfileAndNeverTheAccount() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        String handle = name();
        imported(service, handle);
        AccountId account = member();
        ProfileId id = claims.byPassword(account, service, handle, OLD_PASSWORD);
        List<String> told = jdbc.sql("SELECT name || metadata::text || payload::text FROM infrastructure.event"
                        + " WHERE aggregate = ? ORDER BY sequence")
                .param(id.toString())
                .query(String.class)
                .list();
        assertThat(told)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event)
                        .contains("\"actor\": \"" + id + "\"")
                        .doesNotContain(account.toString(), handle));
        assertThatThrownBy(() -> commands.send(
                        new ClaimProfile(id, service, account, false, null), new Actor(account.toString(), "MEMBER")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void wrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable claim) {
        assertThatThrownBy(claim).hasMessage("claim.wrong");
    }

    private List<String> hash(ProfileId profile) {
        return jdbc.sql("SELECT hash FROM identity.old_password WHERE profile_id = ? AND hash IS NOT NULL")
                .param(profile.value())
                .query(String.class)
                .list();
    }
}
