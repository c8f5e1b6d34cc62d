package org.acides.hiboo.captcha.api.queries;

import java.time.Instant;
import org.acides.hiboo.captcha.api.Vendor;

/** Keys of a vendor that a site has. @param key the public one */
public record VendorKeysRow(Vendor vendor, String key, Instant givenAt) {}
