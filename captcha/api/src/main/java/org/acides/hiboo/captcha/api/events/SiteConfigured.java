package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.infrastructure.api.EventName;

/** A site was decided about anew; a difficulty outside of the new range moves to its nearest end. */
@EventName("captcha.site-configured")
public record SiteConfigured(SiteId siteId, SiteSettings settings, Instant at) {}
