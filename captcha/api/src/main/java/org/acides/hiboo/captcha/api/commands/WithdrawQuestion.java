package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.QuestionId;

/**
 * Has a question asked no more, and forgets its words for ever. For one that is gone, nothing happens. Refused:
 * {@code site.not-yours}.
 */
public record WithdrawQuestion(QuestionId questionId) {}
