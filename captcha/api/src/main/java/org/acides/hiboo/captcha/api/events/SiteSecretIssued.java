package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import java.util.UUID;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A site got a secret, which is not here. @param previousEnd when its earlier secrets end, if they have not yet */
@EventName("captcha.site-secret-issued")
public record SiteSecretIssued(SiteId siteId, UUID secretId, Instant previousEnd, Instant at) {}
