package org.acides.hiboo.captcha.api.events;

import java.time.Instant;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.infrastructure.api.EventName;

/** A site got keys of a vendor. The public one is here, as every page that uses it shows it; the secret is not. */
@EventName("captcha.vendor-keys-given")
public record VendorKeysGiven(SiteId siteId, Vendor vendor, String key, Instant at) {}
