package org.acides.hiboo.captcha.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How answers are compared, and what is none. */
class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        "Émilie, emilie",
        "' un  bœuf ! ', unboeuf",
        "L’été, lete",
        "ÇA, ca",
        "Straße, strasse",
        "42, 42",
        "À l'œuvre, aloeuvre",
        "ﬁn, fin"
    })
    void caseAccentsLigaturesPunctuationAndSpacesMakeNoDifference(String text, String folded) {
        assertThat(Answer.folded(text)).isEqualTo(folded);
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(Answer.folded(Answer.folded(text))).isEqualTo(Answer.folded(text));
    }

    @Test
    void aQuestionNeedsWordsALanguageAndAnswersWithALetter() {
        assertThat(new Question("fr", " Qui ? ", List.of(" moi ", "moi", "")).answers())
                .containsExactly("moi");
        refused("question.language", "de", "Wer?", List.of("ich"));
        refused("question.text", "en", " ", List.of("me"));
        refused("question.text", "en", "x".repeat(201), List.of("me"));
        refused("question.answers", "en", "Who?", List.of());
        refused("question.answers", "en", "Who?", List.of("!?"));
        refused("question.answers", "en", "Who?", List.of("x".repeat(61)));
        assertThat(new Question("en", "Who?", List.of("me")).toString()).doesNotContain("me");
    }

    private static void refused(String code, String language, String text, List<String> answers) {
        assertThatThrownBy(() -> new Question(language, text, answers))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
