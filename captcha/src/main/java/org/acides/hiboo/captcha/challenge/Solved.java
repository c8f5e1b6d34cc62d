package org.acides.hiboo.captcha.challenge;

import org.acides.hiboo.captcha.site.KnownSite;

/** A challenge was solved. @param pass single-use, bound to site and action, good for 300 seconds; at most 1,000 characters */
public record Solved(KnownSite site, String action, String pass) {

    /** Never shows the pass. */
    @Override
    public String toString() {
        return "Solved[" + site.siteKey() + "]";
    }
}
