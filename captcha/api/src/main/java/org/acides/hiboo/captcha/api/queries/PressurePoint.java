package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;

/**
 * What a site, or every site, was asked during one step of time.
 *
 * @param at when it begins
 * @param kind of challenge
 * @param challenges posed
 * @param passes solutions that were right
 * @param failures solutions that were wrong, late, forged or used before
 */
public record PressurePoint(Instant at, String kind, long challenges, long passes, long failures) {}
