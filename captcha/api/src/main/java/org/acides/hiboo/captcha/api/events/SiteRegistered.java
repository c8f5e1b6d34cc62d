package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.infrastructure.api.EventName;
import org.jspecify.annotations.Nullable;

/** A form's site was registered; its difficulty is the least of its range. @param service whose managers look after it; null for admins alone */
@EventName("captcha.site-registered")
public record SiteRegistered(
        SiteId siteId, SiteKey siteKey, @Nullable ServiceRef service, SiteSettings settings, Instant at) {}
