package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;

/** A question that a site may ask. */
public record QuestionRow(QuestionId questionId, Question question, Instant writtenAt) {}
