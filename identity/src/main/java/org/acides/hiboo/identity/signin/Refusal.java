package org.acides.hiboo.identity.signin;

import java.time.Duration;

/**
 * Why not, as a page words it.
 *
 * @param code as in {@code Refused}; what stands before its dot is the field that it concerns
 */
public record Refusal(String code, Object[] arguments) {

    public String key() {
        if (code.equals("throttled")) return seconds() < 120 ? "throttled.seconds" : "throttled.minutes";
        return "refused." + code;
    }

    /** The message's arguments: a wait is told in seconds, or in minutes when it is long. */
    public Object[] words() {
        if (!code.equals("throttled")) return arguments;
        long seconds = seconds();
        return new Object[] {seconds < 120 ? seconds : Duration.ofSeconds(seconds + 59).toMinutes()};
    }

    public boolean concerns(String field) {
        return code.startsWith(field + ".");
    }

    /** Whether it concerns none of a form's fields. */
    public boolean general() {
        return !concerns("login-name") && !concerns("email") && !concerns("password") && !concerns("terms");
    }

    private long seconds() {
        return ((Number) arguments[0]).longValue();
    }
}
