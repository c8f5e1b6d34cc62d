package org.acides.hiboo.webui.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.acides.hiboo.webui.captcha.Readiness.Warning;
import org.junit.jupiter.api.Test;

/** Whom a choice of kinds leaves out, and what it lacks. */
class ReadinessTest {

    private static final Warning NO_WORK = new Warning("captcha.warn.work", "");
    private static final Warning NO_SCRIPT = new Warning("captcha.warn.script", "");
    private static final Warning NO_QUESTION = new Warning("captcha.warn.question", "question");
    private static final Readiness WRITTEN = new Readiness(true, Set.of());

    private static List<Warning> of(Readiness ready, String... kinds) {
        return ready.warnings(List.of(kinds));
    }

    @Test
    void whatLeavesNobodyOutIsNotWarnedOf() {
        assertThat(of(Readiness.NONE, "pow", "image", "audio")).isEmpty();
        assertThat(of(WRITTEN, "pow-argon2", "question")).isEmpty();
        assertThat(of(Readiness.NONE)).as("refused").isEmpty();
    }

    @Test
    void thereIsAWayWithoutATestAndOneWithoutJavaScript() {
        assertThat(of(Readiness.NONE, "image", "audio")).containsExactly(NO_WORK);
        assertThat(of(Readiness.NONE, "pow", "pow-argon2")).containsExactly(NO_SCRIPT);
        assertThat(of(WRITTEN, "question")).containsExactly(NO_WORK);
    }

    @Test
    void aQuestionThatNobodyWroteIsNoWay() {
        assertThat(of(Readiness.NONE, "pow", "question")).containsExactly(NO_SCRIPT, NO_QUESTION);
        assertThat(of(Readiness.NONE, "pow", "audio", "question")).containsExactly(NO_QUESTION);
    }

    @Test
    void anotherCompanyNeedsItsKeys() {
        Readiness ready = new Readiness(false, Set.of("hcaptcha"));
        assertThat(of(ready, "turnstile", "pow", "image", "hcaptcha"))
                .containsExactly(new Warning("captcha.warn.vendor", "turnstile"));
        assertThat(of(ready, "hcaptcha")).containsExactly(NO_WORK, NO_SCRIPT);
    }

    @Test
    void aKindThatAnotherVersionBringsIsLeftToIt() {
        assertThat(of(Readiness.NONE, "pow", "image", "riddle")).isEmpty();
    }
}
