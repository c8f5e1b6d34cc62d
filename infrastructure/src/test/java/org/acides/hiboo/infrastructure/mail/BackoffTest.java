package org.acides.hiboo.infrastructure.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsGrowFromHalfAMinuteToFourHours() {
        assertThat(Backoff.after(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Backoff.after(9)).isEqualTo(Duration.ofHours(4));
        assertThat(Backoff.after(1_000)).isEqualTo(Duration.ofHours(4));
    }
}
