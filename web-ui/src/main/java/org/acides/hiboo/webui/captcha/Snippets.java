package org.acides.hiboo.webui.captcha;

import org.acides.hiboo.webui.i18n.Words;

/** What developers copy: see docs/developer/captcha-widget.md. */
final class Snippets {

    private Snippets() {}

    /** @param address public one of this instance, without a slash at its end */
    static String page(String address, String siteKey) {
        return """
                <script src="%s/captcha/widget.js" async defer></script>
                <div class="h-captcha" data-sitekey="%s"></div>""".formatted(address, siteKey);
    }

    /** The secret and the pass are left to whoever copies it: neither is known here. */
    static String verify(String address) {
        return """
                curl %s/captcha/siteverify \\
                  --data-urlencode 'secret=%s' \\
                  --data-urlencode 'response=%s'""".formatted(address, Words.of("captcha.snippet.secret"), Words.of("captcha.snippet.pass"));
    }
}
