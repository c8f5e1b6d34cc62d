package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.Question;
import org.acides.hiboo.captcha.api.QuestionId;
import org.acides.hiboo.captcha.api.SiteId;

/**
 * Adds a question to those that a site may ask. Asked twice for one identifier, it adds it once. Refused: {@code site.unknown},
 * {@code site.not-yours}, {@code site.retired}, {@code question.too-many} (how many at most).
 */
public record WriteQuestion(QuestionId questionId, SiteId siteId, Question question) {}
