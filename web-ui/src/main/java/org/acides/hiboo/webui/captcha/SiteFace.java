package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.webui.i18n.Words;

/** How a site stands, in a badge. */
final class SiteFace {

    private SiteFace() {}

    static boolean attacked(SiteRow site) {
        return !site.retired() && site.difficulty() > site.settings().least();
    }

    static String words(SiteRow site) {
        String key = site.retired()
                ? "captcha.state.retired"
                : attacked(site) ? "captcha.state.attacked" : "captcha.state.calm";
        return Words.of(key, site.difficulty());
    }

    static Badge state(SiteRow site) {
        Badge badge = new Badge(words(site));
        badge.addThemeVariants(
                site.retired() ? BadgeVariant.CONTRAST : attacked(site) ? BadgeVariant.ERROR : BadgeVariant.SUCCESS);
        return badge;
    }
}
