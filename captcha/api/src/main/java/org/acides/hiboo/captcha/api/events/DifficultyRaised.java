package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An attack was detected: so many passes a minute that the site's challenges became harder. */
@EventName("captcha.difficulty-raised")
public record DifficultyRaised(SiteId siteId, int from, int to, long passesAMinute, Instant at) {}
