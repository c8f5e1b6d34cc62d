package org.acides.hiboo.captcha.site;

import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.jspecify.annotations.Nullable;

/** A site as of some commit. @param difficulty in force, within the settings' range */
public record KnownSite(
        SiteId siteId,
        SiteKey siteKey,
        @Nullable ServiceRef service,
        SiteSettings settings,
        int difficulty,
        boolean retired) {

    /** The host that its challenges are said to be solved on, when the browser does not say: never a wildcard. */
    public String host() {
        return settings.domains().stream()
                .filter(domain -> !domain.startsWith("*."))
                .findFirst()
                .orElseGet(() -> settings.domains().getFirst().substring(2));
    }
}
