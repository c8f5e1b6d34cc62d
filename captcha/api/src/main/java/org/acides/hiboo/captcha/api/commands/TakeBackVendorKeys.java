package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;

/** Forgets a vendor's keys for ever. Where there are none, nothing happens. Refused: {@code site.unknown}, {@code site.not-yours}. */
public record TakeBackVendorKeys(SiteId siteId, Vendor vendor) {}
