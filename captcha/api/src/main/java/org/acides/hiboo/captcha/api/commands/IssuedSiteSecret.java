package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.SiteKey;

/** What {@link IssueSiteSecret} answers: 43 characters of base64url, 256 bits, never stored. */
public record IssuedSiteSecret(SiteKey siteKey, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "IssuedSiteSecret[" + siteKey + "]";
    }
}
