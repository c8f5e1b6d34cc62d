package org.acides.hiboo.captcha.api.queries;

import org.acides.hiboo.captcha.api.SiteId;

/** Answers a list of {@link VendorKeysRow}, without secrets. */
public record FindVendorKeys(SiteId siteId) {}
