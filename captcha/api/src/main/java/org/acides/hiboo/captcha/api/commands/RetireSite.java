package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/** Ends a site for good. Retiring twice changes nothing. Refused: {@code site.unknown}, {@code authentication.stale}, {@code site.not-yours}. */
@ProvedLately
public record RetireSite(SiteId siteId) {}
