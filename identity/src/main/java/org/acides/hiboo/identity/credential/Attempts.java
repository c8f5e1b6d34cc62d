package org.acides.hiboo.identity.credential;

import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Slows whoever guesses passwords, and never the member: a browser that once signed in to an account is known by a cookie
 * (OWASP «device cookies») and is held back by its own wrong tries alone, whatever others do to the account.
 *
 * <pre>{@code
 * attempts.require(login, source, device);
 * if (!passwords.matches(account, typed)) throw new Refused("password.wrong");
 * String cookie = attempts.succeeded(login, source, device);
 * }</pre>
 *
 * <p>Each call commits by itself, whatever becomes of the caller's transaction. What is kept tells nothing about
 * visitors: keys are MACs, and rows go when they have no more to say.
 */
public interface Attempts {

    /** Name of the cookie for {@link #succeeded}: {@code HttpOnly}, {@code SameSite=Lax}, one year, path {@code /}. */
    String COOKIE = "hiboo-device";

    /**
     * Counts one try as wrong before it is made, so that a thousand at once count as a thousand in a row. Nothing is left
     * to say when it was wrong indeed. It is the same for a login that nobody has.
     *
     * @param login the account's identifier where somebody has the login that was typed, so that login name and address
     *     count as one; else what was typed, of any length
     * @param source where they are: an IP address, of which IPv6 counts by its /64; or the session, for somebody signed in
     * @param device what the cookie holds, whatever it is, or null without one
     * @throws Refused {@code throttled} (whole seconds to wait, 1 at least): the try is not to be made, and makes no wait longer
     */
    void require(String login, String source, @Nullable String device);

    /** The try that {@link #require} let pass was never judged, because we were too busy: it does not count. */
    void takeBack(String login, String source, @Nullable String device);

    /**
     * The try was right: it does not count, and the browser is known to the account from now on. To be called after a
     * password reset by mail too, when whoever guesses has used up the tries of browsers unknown to the account.
     *
     * @return what the cookie is to hold, at most 400 characters of base64url and dots
     */
    String succeeded(String login, String source, @Nullable String device);

    /** Whether a try of this login was right in the browser before, as far as its cookie says. */
    boolean knows(String login, @Nullable String device);
}
