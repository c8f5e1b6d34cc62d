package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;

/** Decides about a site anew. Refused: {@code site.unknown}, {@code site.retired}, {@code site.not-yours}, {@code site.kind-unknown}. */
public record ConfigureSite(SiteId siteId, SiteSettings settings) {}
