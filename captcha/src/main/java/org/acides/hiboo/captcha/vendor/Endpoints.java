package org.acides.hiboo.captcha.vendor;

import java.net.URI;
import java.util.List;
import org.acides.hiboo.captcha.api.Vendor;

/**
 * Where a vendor is.
 *
 * @param script what browsers load, with {@code hl} for the language
 * @param verify what Hiboo asks about a token
 * @param widget the class name that the script looks for
 * @param hosts where the script may load from, show frames of and call, as a content policy says it
 */
record Endpoints(URI script, URI verify, String widget, List<String> hosts) {

    /** reCAPTCHA's are those that Google keeps free of its cookies. */
    static Endpoints of(Vendor vendor) {
        return switch (vendor) {
            case HCAPTCHA ->
                new Endpoints(
                        URI.create("https://js.hcaptcha.com/1/api.js"),
                        URI.create("https://api.hcaptcha.com/siteverify"),
                        "h-captcha",
                        List.of("https://hcaptcha.com", "https://*.hcaptcha.com"));
            case RECAPTCHA ->
                new Endpoints(
                        URI.create("https://www.recaptcha.net/recaptcha/api.js"),
                        URI.create("https://www.recaptcha.net/recaptcha/api/siteverify"),
                        "g-recaptcha",
                        List.of(
                                "https://www.recaptcha.net/recaptcha/",
                                "https://www.gstatic.cn/recaptcha/",
                                "https://www.gstatic.com/recaptcha/"));
            case TURNSTILE ->
                new Endpoints(
                        URI.create("https://challenges.cloudflare.com/turnstile/v0/api.js"),
                        URI.create("https://challenges.cloudflare.com/turnstile/v0/siteverify"),
                        "cf-turnstile",
                        List.of("https://challenges.cloudflare.com"));
        };
    }

    /** The same vendor behind other addresses. */
    Endpoints at(URI otherScript, URI otherVerify) {
        String origin = otherScript.getScheme() + "://" + otherScript.getAuthority();
        return new Endpoints(otherScript, otherVerify, widget, otherScript.equals(script) ? hosts : List.of(origin));
    }
}
