package org.acides.hiboo.captcha.api.queries;

import org.acides.hiboo.captcha.api.SiteId;

/** Asks for one {@link SiteRow}, as an {@code Optional}. */
public record FindSite(SiteId siteId) {}
