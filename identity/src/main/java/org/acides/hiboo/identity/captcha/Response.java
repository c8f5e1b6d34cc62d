package org.acides.hiboo.identity.captcha;

import jakarta.servlet.http.HttpServletRequest;

/** Where a form brings its pass. */
public final class Response {

    /** The field that the widget fills in, by hCaptcha's name: that server's widget does it too. */
    static final String WIDGET = "h-captcha-response";

    /** The field that people paste into who run no script. */
    static final String PASTED = "pass";

    private Response() {}

    /** Empty when the form brought none. */
    public static String of(HttpServletRequest request) {
        for (String name : new String[] {WIDGET, PASTED}) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank()) return value.strip();
        }
        return "";
    }
}
