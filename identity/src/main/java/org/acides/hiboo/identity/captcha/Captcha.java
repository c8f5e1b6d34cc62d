package org.acides.hiboo.identity.captcha;

import java.util.Optional;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What keeps programs from filling in forms. A page puts {@link #shown} into its model as {@code captcha} and the fragment
 * {@code identity/captcha :: ask} into its form; whoever answers it calls {@link #require}. The bundle {@code
 * messages/captcha-forms} words the refusals.
 */
public interface Captcha {

    /**
     * What a form shows; empty when nobody is asked for anything.
     *
     * @param action which form: 1 to 32 of A-Za-z0-9_-; a pass for another action does not serve
     */
    Optional<Shown> shown(String action);

    /**
     * Uses a pass up. Nothing happens when nobody is asked for anything.
     *
     * @param response what the form brought, see {@link Response}; of any size
     * @throws Refused {@code captcha.missing}, {@code captcha.wrong}, {@code captcha.late} (expired or used before),
     *     {@code captcha.unreachable} when the server does not answer as it should: nobody passes then; {@code busy}
     */
    void require(String action, String response);

    /**
     * Where the widget's files come from and whom it asks, for the content policy of pages that show it: {@code 'self'}, or
     * origins too. Empty when nobody is asked for anything.
     */
    Optional<String> sources();

    /**
     * What a page shows of a captcha.
     *
     * @param script address of the widget
     * @param manual address of a page without JavaScript that gives a pass to paste; null where the server has none
     */
    record Shown(
            String siteKey,
            String action,
            String script,
            @Nullable String manual) {}
}
