package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A site ended for good: it poses no challenge, and its secrets verify nothing. */
@EventName("captcha.site-retired")
public record SiteRetired(SiteId siteId, Instant at) {}
