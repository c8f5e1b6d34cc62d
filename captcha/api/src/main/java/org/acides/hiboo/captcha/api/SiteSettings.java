package org.acides.hiboo.captcha.api;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * What whoever looks after a site decides about it.
 *
 * <p>Refused: {@code site.name}, {@code site.domain} (the domain), {@code site.domains} (how many at most),
 * {@code site.kinds}, {@code site.difficulty} (lowest, highest), {@code site.calm} (lowest, highest).
 *
 * @param name for people who look after it: 1 to 80 characters, no control characters
 * @param domains hosts whose pages may pose its challenges, 1 to 20: {@code example.org} is that host alone,
 *     {@code *.example.org} every host below it; in ASCII, small letters
 * @param kinds names of the kinds of challenge that it accepts, 1 to 10, the one that is posed when nobody chooses first
 * @param least difficulty in calm times, 1 to {@link #HARDEST}; each level takes twice the work of the one before
 * @param most difficulty that an attack may raise it to, {@code least} to {@link #HARDEST}
 * @param calm passes a minute that are nothing unusual, 1 to 100,000; twice as many raise the difficulty by one level
 */
public record SiteSettings(String name, List<String> domains, List<String> kinds, int least, int most, int calm) {

    public static final int HARDEST = 12;

    private static final int MOST_DOMAINS = 20;
    private static final int MOST_KINDS = 10;
    private static final int MOST_CALM = 100_000;
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");

    public SiteSettings {
        name = name.strip();
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        kinds = kinds.stream().distinct().toList();
        if (name.isEmpty() || name.length() > 80 || name.chars().anyMatch(Character::isISOControl))
            throw new Refused("site.name");
        if (domains.isEmpty() || domains.size() > MOST_DOMAINS) throw new Refused("site.domains", MOST_DOMAINS);
        for (String domain : domains)
            if (domain.length() > 253 || !DOMAIN.matcher(domain).matches()) throw new Refused("site.domain", domain);
        if (kinds.isEmpty() || kinds.size() > MOST_KINDS) throw new Refused("site.kinds");
        for (String kind : kinds) if (!KIND.matcher(kind).matches()) throw new Refused("site.kinds");
        if (least < 1 || most < least || most > HARDEST) throw new Refused("site.difficulty", 1, HARDEST);
        if (calm < 1 || calm > MOST_CALM) throw new Refused("site.calm", 1, MOST_CALM);
    }

    /** Whether pages of a host may pose its challenges. */
    public boolean covers(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        return domains.stream()
                .anyMatch(domain -> domain.startsWith("*.")
                        ? wanted.length() > domain.length() - 1 && wanted.endsWith(domain.substring(1))
                        : wanted.equals(domain));
    }

    /** A difficulty that lies within the site's range. */
    public int within(int difficulty) {
        return Math.clamp(difficulty, least, most);
    }
}
