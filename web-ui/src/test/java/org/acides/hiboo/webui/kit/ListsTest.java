package org.acides.hiboo.webui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsTest {

    private final List<Integer> asked = new ArrayList<>();

    private List<Integer> rows(int offset, int limit) {
        asked.add(limit);
        return IntStream.range(offset, Math.min(offset + limit, 1000)).boxed().toList();
    }

    @Test
    void aListAsksForWhatItShowsAndNoMore() {
        assertThat(read(40, 50)).isEqualTo(IntStream.range(40, 90).boxed().toList());
        assertThat(asked).containsExactly(50);
    }

    @Test
    void noQuestionIsLargerThanAContextAnswers() {
        assertThat(read(100, 450)).isEqualTo(IntStream.range(100, 550).boxed().toList());
        assertThat(asked).containsExactly(200, 200, 50);
    }

    @Test
    void theEndOfAListEndsTheAsking() {
        assertThat(read(990, 600)).hasSize(10);
        assertThat(asked).containsExactly(200);
    }

    private List<Integer> read(int offset, int limit) {
        return Lists.provider(this::rows, () -> 1000)
                .fetch(new Query<>(offset, limit, List.of(), null, null))
                .toList();
    }
}
