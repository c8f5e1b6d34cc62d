package org.acides.hiboo.identity.account;

import java.io.IOException;
import java.util.List;
import org.acides.hiboo.identity.api.events.AccountBlocked;
import org.acides.hiboo.identity.api.events.AccountRegistered;
import org.acides.hiboo.identity.api.events.AccountUnblocked;
import org.acides.hiboo.identity.api.events.EmailVerified;
import org.acides.hiboo.identity.api.events.FactorEnrolled;
import org.acides.hiboo.identity.api.events.FactorRemoved;
import org.acides.hiboo.identity.api.events.InvitationIssued;
import org.acides.hiboo.identity.api.events.InvitationWithdrawn;
import org.acides.hiboo.identity.api.events.PasskeySuspected;
import org.acides.hiboo.identity.api.events.PasswordChanged;
import org.acides.hiboo.identity.api.events.RecoveryCancelled;
import org.acides.hiboo.identity.api.events.RecoveryCodeUsed;
import org.acides.hiboo.identity.api.events.RecoveryCodesRenewed;
import org.acides.hiboo.identity.api.events.RecoveryCompleted;
import org.acides.hiboo.identity.api.events.RecoveryConfirmed;
import org.acides.hiboo.identity.api.events.RecoveryLapsed;
import org.acides.hiboo.identity.api.events.RecoveryProposed;
import org.acides.hiboo.identity.api.events.RoleGranted;
import org.acides.hiboo.identity.api.events.RoleRevoked;
import org.acides.hiboo.identity.api.events.TermsAccepted;
import org.acides.hiboo.infrastructure.test.EventSamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was stored once is read for ever; the samples are never edited. */
class AccountEventSamplesTest {

    static List<Class<?>> events() {
        return List.of(
                AccountBlocked.class,
                AccountRegistered.class,
                AccountUnblocked.class,
                EmailVerified.class,
                FactorEnrolled.class,
                FactorRemoved.class,
                InvitationIssued.class,
                InvitationWithdrawn.class,
                PasskeySuspected.class,
                PasswordChanged.class,
                RecoveryCodeUsed.class,
                RecoveryCodesRenewed.class,
                RecoveryCancelled.class,
                RecoveryCompleted.class,
                RecoveryLapsed.class,
                RecoveryConfirmed.class,
                RecoveryProposed.class,
                RoleGranted.class,
                RoleRevoked.class,
                TermsAccepted.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSampleIsReadAndWrittenAsItWas(Class<?> type) throws IOException {
        EventSamples.isReadAndWrittenAsItWas(type);
    }
}
