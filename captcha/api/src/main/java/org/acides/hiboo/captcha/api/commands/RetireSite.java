package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.SiteId;

/** Ends a site for good. Retiring twice changes nothing. Refused: {@code site.unknown}, {@code site.not-yours}. */
public record RetireSite(SiteId siteId) {}
