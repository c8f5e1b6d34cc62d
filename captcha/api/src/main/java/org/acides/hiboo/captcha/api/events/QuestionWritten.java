package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.api.Sealed;

/**
 * A site got a question. Its words and answers are sealed under the question: whoever reads the history could answer.
 *
 * @param language {@code fr} or {@code en}
 */
@EventName("captcha.question-written")
public record QuestionWritten(
        QuestionId questionId, SiteId siteId, String language, Sealed<Question> question, Instant at) {}
