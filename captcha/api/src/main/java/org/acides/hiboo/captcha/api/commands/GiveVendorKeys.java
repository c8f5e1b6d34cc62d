package org.acides.hiboo.captcha.api.commands;

import java.util.regex.Pattern;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * Gives a site the keys that a vendor issued for Hiboo's own address, in place of earlier ones. Refused: {@code site.unknown},
 * {@code site.retired}, {@code site.not-yours}, {@code vendor.keys}.
 *
 * @param key public, 1 to 200 characters of {@code A-Za-z0-9_.-}
 * @param secret of the same form
 */
public record GiveVendorKeys(SiteId siteId, Vendor vendor, String key, String secret) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,200}");

    public GiveVendorKeys {
        key = key.strip();
        secret = secret.strip();
        if (!FORM.matcher(key).matches() || !FORM.matcher(secret).matches()) throw new Refused("vendor.keys");
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "GiveVendorKeys[" + siteId + ", " + vendor + "]";
    }
}
