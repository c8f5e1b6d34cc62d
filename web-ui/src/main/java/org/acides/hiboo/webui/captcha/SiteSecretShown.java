package org.acides.hiboo.webui.captcha;

import java.util.LinkedHashMap;
import java.util.Map;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.ShownOnce;

/** What an application is told of its site. */
final class SiteSecretShown {

    private SiteSecretShown() {}

    static Map<String, String> settings(String siteKey, String address) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Words.of("captcha.secret.key"), siteKey);
        all.put(Words.of("captcha.secret.script"), address + "/captcha/widget.js");
        all.put(Words.of("captcha.secret.verify"), address + "/captcha/siteverify");
        return all;
    }

    static ShownOnce once(IssuedSiteSecret issued, String address) {
        Map<String, String> shown = settings(issued.siteKey().value(), address);
        shown.put(Words.of("captcha.secret.value"), issued.secret());
        return new ShownOnce("captcha.secret.once", shown);
    }
}
