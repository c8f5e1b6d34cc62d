package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.jspecify.annotations.Nullable;

/** A site as it is. @param difficulty in force, within the settings' range */
public record SiteRow(
        SiteId siteId,
        SiteKey siteKey,
        @Nullable ServiceRef service,
        SiteSettings settings,
        int difficulty,
        boolean retired,
        Instant registeredAt) {}
