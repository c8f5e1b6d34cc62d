package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.infrastructure.api.EventName;

/** A site has no keys of a vendor any more. */
@EventName("captcha.vendor-keys-taken-back")
public record VendorKeysTakenBack(SiteId siteId, Vendor vendor, Instant at) {}
