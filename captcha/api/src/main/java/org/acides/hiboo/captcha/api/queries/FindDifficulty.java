package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;

/** Asks for the {@link DifficultyPoint}s of a site in the order of time, at most 5,000: the one in force at {@code from}, and each change until {@code to}, exclusive. */
public record FindDifficulty(SiteId siteId, Instant from, Instant to) {}
