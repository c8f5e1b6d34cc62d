package org.acides.hiboo.captcha.api.queries;

/** Asks for the names of all kinds of challenge that a site may accept, as {@code String}s, sorted. */
public record FindChallengeKinds() {}
