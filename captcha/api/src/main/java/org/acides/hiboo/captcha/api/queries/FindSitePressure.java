package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of {@link SitePressureRow}s: sites under attack first, then those that were asked most. Every living site has
 * one, and retired ones that were asked something then.
 *
 * @param text matched against names without case; empty for all
 * @param kind of challenge that is counted; null for every kind
 * @param from inclusive
 * @param to exclusive
 * @param offset from 0
 * @param limit 1 to 200
 */
public record FindSitePressure(String text, @Nullable String kind, Instant from, Instant to, int offset, int limit) {}
