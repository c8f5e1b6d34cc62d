package org.acides.hiboo.identity.signin;

/**
 * Why not, as a page words it.
 *
 * @param code as in {@code Refused}; what stands before its dot is the field that it concerns
 */
public record Refusal(String code, Object[] arguments) {

    public String key() {
        return longWait() ? "throttled.minutes" : "refused." + code;
    }

    /** The message's arguments: a wait is told in seconds, or in minutes when it is long. */
    public Object[] words() {
        return longWait() ? new Object[] {Math.ceilDiv(seconds(), 60L)} : arguments;
    }

    private boolean longWait() {
        return code.equals("throttled") && seconds() >= 120;
    }

    public boolean concerns(String field) {
        return code.startsWith(field + ".");
    }

    /** Whether it concerns none of a form's fields. */
    public boolean general() {
        return !concerns("login-name")
                && !concerns("email")
                && !concerns("password")
                && !concerns("terms")
                && !concerns("captcha");
    }

    private long seconds() {
        return ((Number) arguments[0]).longValue();
    }
}
