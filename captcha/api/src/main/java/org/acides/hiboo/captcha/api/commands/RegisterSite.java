package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.ServiceRef;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.jspecify.annotations.Nullable;

/**
 * Registers a site; answers its {@link org.acides.hiboo.captcha.api.SiteKey}. Admins may, and a service's managers for their
 * service. Refused: {@code authentication.stale}, {@code site.not-yours}, {@code site.kind-unknown} (the kind).
 *
 * @param service null when admins alone look after it
 */
@ProvedLately
public record RegisterSite(SiteId siteId, @Nullable ServiceRef service, SiteSettings settings) {}
