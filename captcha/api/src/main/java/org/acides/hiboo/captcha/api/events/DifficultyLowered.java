package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An attack abates: the site's challenges became easier. @param passesAMinute the most in any of the last minutes */
@EventName("captcha.difficulty-lowered")
public record DifficultyLowered(SiteId siteId, int from, int to, long passesAMinute, Instant at) {}
