package org.acides.hiboo.webui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.acides.hiboo.identity.api.InvitationId;
import org.acides.hiboo.identity.api.queries.InvitationRow;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void anOpenInvitationThatEndsWithinThreeDaysNeedsALook() {
        assertThat(Attention.endsSoon(invitation(5, 2, Duration.ofDays(2), false), NOW))
                .isTrue();
    }

    @Test
    void aUsedUpWithdrawnOrLongInvitationDoesNot() {
        assertThat(Attention.endsSoon(invitation(2, 2, Duration.ofDays(2), false), NOW))
                .isFalse();
        assertThat(Attention.endsSoon(invitation(5, 2, Duration.ofDays(2), true), NOW))
                .isFalse();
        assertThat(Attention.endsSoon(invitation(5, 2, Duration.ofDays(20), false), NOW))
                .isFalse();
        assertThat(Attention.endsSoon(invitation(5, 2, Duration.ofDays(-1), false), NOW))
                .isFalse();
    }

    private static InvitationRow invitation(int uses, int used, Duration left, boolean withdrawn) {
        return new InvitationRow(InvitationId.random(), uses, used, NOW.plus(left), withdrawn, NOW);
    }
}
