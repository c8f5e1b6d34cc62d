package org.acides.hiboo.captcha.api.commands;

import org.acides.hiboo.captcha.api.SiteId;

/**
 * Follows the rate of a site's passes; processes of ours alone may send it. A difficulty outside of the site's range means
 * its nearest end; one that is in force already changes nothing. Refused: {@code site.not-yours}, {@code site.unknown},
 * {@code site.retired}.
 */
public record SetDifficulty(SiteId siteId, int difficulty, long passesAMinute) {}
