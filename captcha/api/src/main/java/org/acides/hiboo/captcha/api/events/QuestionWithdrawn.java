package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A question is asked no more; the key of its words is destroyed. */
@EventName("captcha.question-withdrawn")
public record QuestionWithdrawn(QuestionId questionId, SiteId siteId, Instant at) {}
