package org.acides.hiboo.captcha.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.Posed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What counts as the text that was shown. */
class TextKindTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TextKind kind = new TextKind("image", key -> List.of("pow", "image"));

    @ParameterizedTest
    @ValueSource(strings = {"K7MXA", "k7mxa", " k7 MXA ", "K-7-M-X-A", "Ｋ７ＭＸＡ"})
    void spacesDashesSmallAndWideLettersMakeNoDifference(String typed) {
        assertThat(kind.solved(posed("K7MXA"), text(typed))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7MX", "K7MXAA", "K7MXE", "XK7MA", "…"})
    void anotherTextIsWrong(String typed) {
        assertThat(kind.solved(posed("K7MXA"), text(typed))).isFalse();
    }

    @Test
    void nothingAndTooMuchAndWhatIsNoTextAreNoAttempts() {
        assertThat(kind.plausible(posed("K7MXA"), text(" "))).isFalse();
        assertThat(kind.plausible(posed("K7MXA"), text("A".repeat(65)))).isFalse();
        assertThat(kind.plausible(posed("K7MXA"), JSON.readTree("{\"text\":[\"K7MXA\"]}")))
                .isFalse();
        assertThat(kind.plausible(posed("K7MXA"), JSON.readTree("{}"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,5", "4,5", "5,6", "8,6", "9,7", "12,7"})
    void theHarderTheLonger(int difficulty, int length) {
        Posed posed = kind.pose(new Asked(SiteKey.random(), "", difficulty, Locale.FRENCH));
        assertThat(posed.answer()).hasSize(length).matches("[" + Symbols.ALL + "]+");
        assertThat(posed.shown()).containsOnly(Map.entry("image", "/captcha/image?lang=fr&c=" + Posed.SEALED));
        assertThat(posed.toString()).doesNotContain(posed.answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "audio"})
    void aSiteThatAcceptsBothHasOneTextSeenOrHeard(String name) {
        TextKind both = new TextKind(name, key -> List.of("audio", "pow", "image"));
        Posed posed = both.pose(new Asked(SiteKey.random(), "", 1, Locale.ENGLISH));
        assertThat(posed.shown())
                .containsOnly(
                        Map.entry("image", "/captcha/image?lang=en&c=" + Posed.SEALED),
                        Map.entry("audio", "/captcha/audio?lang=en&c=" + Posed.SEALED));
        assertThat(posed.answer()).isNotNull();
        assertThat(both.solved(posed, text(posed.answer().substring(0, 5)))).isTrue();
        assertThat(both.solved(posed, text(posed.answer().substring(0, 4)))).isFalse();
    }

    private static Posed posed(String answer) {
        return new Posed(Map.of("kind", "image"), answer, Map.of());
    }

    private static JsonNode text(String typed) {
        return JSON.valueToTree(Map.of("text", typed));
    }
}
