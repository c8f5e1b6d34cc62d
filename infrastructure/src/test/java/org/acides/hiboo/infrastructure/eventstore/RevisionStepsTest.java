package org.acides.hiboo.infrastructure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.infrastructure.test.StoredEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import renovated.RoomPainted;

class RevisionStepsTest {

    private static final String PAINTED = "infrastructure.room-painted";
    private static final RevisionStep BRITISH =
            new RevisionStep(PAINTED, 0, payload -> payload.set("colour", payload.remove("color")));
    private static final RevisionStep ONE_COAT = new RevisionStep(PAINTED, 1, payload -> payload.put("coats", 1));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whatWasStoredInAnyRevisionIsReadAsTheCurrentOne(int revision) throws IOException {
        String sample = new ClassPathResource("events/" + PAINTED + "." + revision + ".json")
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(new StoredEvents("renovated", ONE_COAT, BRITISH).read(PAINTED, revision, sample))
                .isEqualTo(new RoomPainted("hall", "green", 1));
    }

    @Test
    void aRevisionThatNoStepLeadsToIsFoundAtTheStart() {
        assertThatThrownBy(() -> new StoredEvents("renovated", BRITISH))
                .hasMessage("no step leads on from infrastructure.room-painted revision 1");
    }
}
