package org.acides.hiboo.captcha.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.commands.WithdrawQuestion;
import org.acides.hiboo.captcha.api.commands.WriteQuestion;
import org.acides.hiboo.captcha.api.queries.FindQuestions;
import org.acides.hiboo.captcha.api.queries.QuestionRow;
import org.acides.hiboo.captcha.web.Payloads;
import org.acides.hiboo.captcha.web.RunningCaptcha;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Questions from the desk of those who write them to the answer of a visitor. */
class QuestionsTest extends RunningCaptcha {

    private static final Question OWL =
            new Question("fr", "Quel oiseau veille la nuit ?", List.of("la chouette", "chouette", "hibou"));

    @Autowired
    private Questions questions;

    @Test
    void aVisitorAnswersInTheirWordsForAPass() throws Exception {
        Registered site = site("question");
        write(site, OWL);
        write(site, new Question("en", "Which bird wakes at night?", List.of("owl")));
        JsonNode challenge = challenge(site, "&lang=fr");
        assertThat(challenge.path("shown").path("question").stringValue()).isEqualTo(OWL.text());
        assertThat(challenge.toString().toLowerCase(Locale.ROOT)).doesNotContain("chouette", "hibou");
        String pass = pass(Payloads.text(challenge, "La Chouëtte !"));
        assertThat(verify(site, pass).path("success").booleanValue()).isTrue();
        assertThat(challenge(site, "&lang=en").path("shown").path("question").stringValue())
                .isEqualTo("Which bird wakes at night?");
    }

    @Test
    void aWrongAnswerIsOneAndTheOnly() throws Exception {
        Registered site = site("question");
        write(site, OWL);
        JsonNode challenge = challenge(site, "&lang=en");
        assertThat(solve(challenge, "le coq")).isEqualTo(422);
        assertThat(solve(challenge, "hibou")).isEqualTo(409);
        assertThat(solve(challenge(site, ""), " ?! ")).isEqualTo(422);
    }

    @Test
    void withdrawnItIsRightNoMoreAndNobodyCanReadIt() throws Exception {
        Registered site = site("question");
        QuestionId id = write(site, OWL);
        JsonNode challenge = challenge(site, "");
        commands.send(new WithdrawQuestion(id), ADMIN);
        commands.send(new WithdrawQuestion(id), ADMIN);
        assertThat(solve(challenge, "hibou")).isEqualTo(422);
        assertThat(questions.handle(new FindQuestions(site.id()))).isEmpty();
        assertThat(jdbc.sql("SELECT wrapped FROM infrastructure.data_key WHERE subject = ?")
                        .param(id.value())
                        .query(byte[].class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void aSiteWithoutQuestionsAsksNone() throws Exception {
        Registered site = site("question");
        assertThat(get("/captcha/challenge?sitekey=" + site.key(), PAGE).statusCode())
                .isEqualTo(409);
    }

    @Test
    void aKindThatHasNothingToPoseIsPassedOver() throws Exception {
        Registered site = site("question", "hcaptcha", "pow");
        assertThat(challenge(site, "").at("/parameters/data/kind").stringValue())
                .isEqualTo("pow");
        assertThat(get("/captcha/kinds?sitekey=" + site.key(), PAGE).body()).isEqualTo("{\"kinds\":[\"pow\"]}");
        write(site, OWL);
        assertThat(challenge(site, "").at("/parameters/data/kind").stringValue())
                .isEqualTo("question");
    }

    @Test
    void theHistoryTellsNeitherWordsNorAnswers() {
        Registered site = site("question");
        QuestionId id = write(site, OWL);
        String told = jdbc.sql("SELECT payload::text FROM infrastructure.event WHERE aggregate = ?")
                .param(id.toString())
                .query(String.class)
                .single();
        assertThat(told).contains("\"language\": \"fr\"").doesNotContain("oiseau", "hibou", "chouette");
        assertThat(questions.handle(new FindQuestions(site.id())))
                .extracting(QuestionRow::questionId, QuestionRow::question)
                .containsExactly(tuple(id, OWL));
    }

    @Test
    void whoDoesNotLookAfterTheSiteWritesNothing() {
        Registered site = site("question");
        Actor stranger = new Actor("0f3e4c1e-58a5-4d0c-9d0c-0c8f5f6c7a11", "MEMBER");
        assertThatThrownBy(() -> commands.send(new WriteQuestion(QuestionId.random(), site.id(), OWL), stranger))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("site.not-yours"));
        QuestionId id = write(site, OWL);
        assertThatThrownBy(() -> commands.send(new WithdrawQuestion(id), stranger))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo("site.not-yours"));
    }

    private QuestionId write(Registered site, Question question) {
        QuestionId id = QuestionId.random();
        commands.send(new WriteQuestion(id, site.id(), question), ADMIN);
        return id;
    }

    private int solve(JsonNode challenge, String text) throws Exception {
        return form("/captcha/solve", Map.of("payload", Payloads.text(challenge, text)), PAGE)
                .statusCode();
    }
}
