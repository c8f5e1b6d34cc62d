package org.acides.hiboo.captcha.api.commands;

import java.time.Duration;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/**
 * Answers a new {@link IssuedSiteSecret}, shown once. Earlier secrets work for the overlap (zero to 30 days) and end then.
 * Refused: {@code site.unknown}, {@code site.retired}, {@code authentication.stale}, {@code site.not-yours}.
 */
@ProvedLately
public record IssueSiteSecret(SiteId siteId, Duration overlap) {

    private static final Duration LONGEST = Duration.ofDays(30);

    public IssueSiteSecret {
        if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0)
            throw new IllegalArgumentException("overlap: zero to 30 days");
    }
}
