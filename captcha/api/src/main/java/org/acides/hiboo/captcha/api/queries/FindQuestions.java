package org.acides.hiboo.captcha.api.queries;

import org.acides.hiboo.captcha.api.SiteId;

/** Answers a list of {@link QuestionRow}, the oldest first: for whoever looks after the site, as it holds the answers. */
public record FindQuestions(SiteId siteId) {}
