package org.acides.hiboo.captcha.site;

import org.acides.hiboo.captcha.api.SiteId;

/** What is kept for a site and must not outlive it, such as somebody else's secret. */
public interface LeftBehind {

    /** In the transaction in which the site retires. */
    void retired(SiteId site);
}
