package org.acides.hiboo.captcha.api.queries;

import org.acides.hiboo.captcha.api.SiteId;

/** Asks for the {@link SiteSecretRow}s that hold, newest first: three at most. */
public record FindSiteSecrets(SiteId siteId) {}
