package org.acides.hiboo.captcha.kind;

import java.util.Locale;
import org.acides.hiboo.captcha.api.SiteKey;

/**
 * A challenge that somebody wants.
 *
 * @param action what the form is for, as the site calls it: 0 to 100 of {@code A-Za-z0-9_/-}
 * @param difficulty in force for the site, 1 to {@link org.acides.hiboo.captcha.api.SiteSettings#HARDEST}
 * @param locale French or English
 */
public record Asked(SiteKey site, String action, int difficulty, Locale locale) {}
