package org.acides.hiboo.webui.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.webui.i18n.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JoiningTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN, OPEN, 2, 1, false, AT_ONCE",
        "OPEN, OPEN, 2, 2, false, FULL",
        "OPEN, BURST, 2, 1, false, AT_ONCE",
        "OPEN, BURST, 2, 2, false, ON_APPROVAL",
        "OPEN, BURST, 2, 2, true, ASKED",
        "OPEN, MANAGED, 2, 0, false, ON_APPROVAL",
        "OPEN, MANAGED, 2, 1, true, ON_APPROVAL",
        "OPEN, MANAGED, 2, 2, true, FULL",
        "OPEN, RESERVED, 2, 0, false, BY_MANAGERS",
        "OPEN, LOCKED, 2, 0, false, LOCKED",
        "CLOSED, OPEN, 2, 0, false, CLOSED",
        "RETIRED, OPEN, 2, 0, false, RETIRED"
    })
    void aServiceSaysHowAMemberComesByOneMoreProfile(
            ServiceState state, ProfilePolicy policy, int quota, int held, boolean waits, Joining expected) {
        assertThat(Joining.of(state, policy, quota, held, waits)).isEqualTo(expected);
    }

    @Test
    void aQuotaThatWasLoweredBelowWhatOneHasIsFull() {
        assertThat(Joining.of(ServiceState.OPEN, ProfilePolicy.OPEN, 1, 3, false))
                .isEqualTo(Joining.FULL);
    }

    @ParameterizedTest
    @EnumSource
    void everyWayIsWorded(Joining way) {
        assertThat(Bundle.english("webui")).containsKey(way.key());
    }
}
