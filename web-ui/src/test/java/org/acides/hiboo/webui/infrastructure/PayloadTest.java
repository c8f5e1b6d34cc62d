package org.acides.hiboo.webui.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.acides.hiboo.webui.infrastructure.Payload.Kind;
import tools.jackson.databind.json.JsonMapper;

class PayloadTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOX = "AQ9sVt0ygkRsb7bW";

    @Property
    void noBoxIsEverShownHoweverDeepItLies(@ForAll("payloads") Object payload) {
        assertThat(read(JSON.writeValueAsString(payload))).doesNotContain(BOX);
    }

    @Property
    void textThatIsNoJsonShowsNothingOfItself(@ForAll("junk") String junk) {
        assertThat(read("{" + junk + BOX)).doesNotContain(BOX);
    }

    @Example
    void whatIsSealedSaysSoAndTheRestIsRead() {
        List<Payload.Line> lines =
                Payload.lines("{\"name\":{\"subject\":\"8f14e45f-ceea-467f-a9d2-3f2b4c5d6e7f\",\"box\":\"" + BOX
                        + "\"},\"quota\":3}");
        assertThat(lines)
                .extracting(Payload.Line::kind)
                .containsExactly(Kind.OPENING, Kind.SEALED, Kind.NUMBER, Kind.CLOSING);
        assertThat(lines.get(1).name()).isEqualTo("name");
        assertThat(lines.get(1).more()).isTrue();
        assertThat(lines.get(2).value()).isEqualTo("3");
    }

    @Provide
    Arbitrary<Object> payloads() {
        Arbitrary<Object> sealed = Arbitraries.of(
                Map.of("subject", "8f14e45f-ceea-467f-a9d2-3f2b4c5d6e7f", "box", BOX),
                Map.of("box", BOX),
                Map.of("box", List.of(BOX), "also", "more"));
        return Arbitraries.lazyOf(
                () -> sealed,
                () -> Arbitraries.integers().map(number -> number),
                () -> Arbitraries.strings().ofMaxLength(8).map(text -> text),
                () -> payloads().list().ofMaxSize(3).map(list -> list),
                () -> Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), payloads())
                        .ofMaxSize(3)
                        .map(map -> map));
    }

    @Provide
    Arbitrary<String> junk() {
        return Arbitraries.strings().ofMaxLength(20);
    }

    private static String read(String json) {
        return Payload.lines(json).stream().map(Payload.Line::toString).collect(Collectors.joining());
    }
}
