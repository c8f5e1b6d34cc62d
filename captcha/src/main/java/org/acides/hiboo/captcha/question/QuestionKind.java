package org.acides.hiboo.captcha.question;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.queries.QuestionRow;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A question of the site's own, in the visitor's language where there is one. The sealed answer names the question: what is
 * right is looked up when somebody answers.
 */
@Component
class QuestionKind implements ChallengeKind {

    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sites sites;
    private final Questions questions;

    QuestionKind(Sites sites, Questions questions) {
        this.sites = sites;
        this.questions = questions;
    }

    @Override
    public String name() {
        return "question";
    }

    @Override
    public boolean isReady(SiteKey site) {
        return !askable(site, "").isEmpty();
    }

    @Override
    public Posed pose(Asked asked) {
        List<QuestionRow> all = askable(asked.site(), asked.locale().getLanguage());
        if (all.isEmpty()) throw new Refused("question.none");
        QuestionRow row = all.get(RANDOM.nextInt(all.size()));
        return new Posed(
                Map.of("kind", name()),
                row.questionId().toString(),
                Map.of(
                        "question",
                        row.question().text(),
                        "language",
                        row.question().language()));
    }

    @Override
    public boolean plausible(Posed posed, JsonNode solution) {
        String text = solution.path("text").asString("");
        return text.length() <= LONGEST && !Answer.folded(text).isEmpty();
    }

    @Override
    public boolean solved(Posed posed, JsonNode solution) {
        byte[] given = Answer.folded(solution.path("text").asString("")).getBytes(UTF_8);
        String id = posed.answer();
        if (id == null) return false;
        List<String> accepted = questions
                .find(QuestionId.of(id))
                .map(QuestionRow::question)
                .map(Question::answers)
                .orElse(List.of());
        boolean right = false;
        for (String answer : accepted)
            right |= MessageDigest.isEqual(given, Answer.folded(answer).getBytes(UTF_8));
        return right;
    }

    private List<QuestionRow> askable(SiteKey site, String language) {
        return sites.find(site)
                .map(KnownSite::siteId)
                .map(id -> questions.askable(id, language))
                .orElse(List.of());
    }
}
