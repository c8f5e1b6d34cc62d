package org.acides.hiboo.identity.account;

import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/** What the plain pages ask of accounts. Each call is one transaction, committed when it returns. */
public interface Registration {

    /**
     * Somebody who wants an account.
     *
     * @param language BCP 47 tag of the page they filled in
     * @param terms version of the terms that the page showed
     * @param invitation the secret of their invitation link, or of the first admin's link, which signs up in every
     *     mode and is not used up by it; null without one
     */
    record Applicant(
            String loginName,
            String email,
            String password,
            String language,
            String terms,
            @Nullable String invitation) {

        /** Never shows what is inside: it is personal, and the password is secret. */
        @Override
        public String toString() {
            return "Applicant[]";
        }
    }

    /** Who may sign up here. */
    SignUp signUp();

    /** Whether an invitation's secret signs somebody up now. Looking uses nothing up. */
    boolean opensSignUp(String invitation);

    /**
     * Looks at what was typed by itself: whether anybody has the name or the address is not looked at.
     *
     * @throws Refused as {@link #register} says of what is malformed or too weak, and of who may sign up
     */
    void requireGood(Applicant applicant);

    /**
     * Makes an account whose address is yet to be proved.
     *
     * @throws Refused {@code login-name.malformed}, {@code login-name.too-short} and {@code login-name.too-long} (length),
     *     {@code login-name.taken}, {@code email.malformed}, {@code email.taken} (which no page may show: the page says the
     *     same as for a new account, and the holder of the address gets a letter instead), {@code password.too-short},
     *     {@code password.too-long}, {@code password.well-known}, {@code terms.malformed}, {@code sign-up.closed}, {@code
     *     invitation.required} where sign-up is by invitation, {@code invitation.unknown} (also used up, expired,
     *     withdrawn), {@code busy} when too many passwords are being hashed at once
     */
    AccountId register(Applicant applicant);

    /** The person behind the address clicked. Twice is the same as once. */
    void verifyEmail(AccountId account);

    /** @param version of the terms */
    void acceptTerms(AccountId account, String version);

    /**
     * Sets the password of somebody who proved their address, and ends all their sessions.
     *
     * @throws Refused {@code password.too-short}, {@code password.too-long}, {@code password.well-known}, {@code busy},
     *     {@code account.unknown}
     */
    void resetPassword(AccountId account, String chosen);

    /** Whether somebody who opens the link {@code /first-admin/SECRET} may become the first admin. Looking uses nothing up. */
    boolean opensFirstAdmin(String secret);

    /**
     * Makes the account an admin and uses the link up; of two at once, one wins.
     *
     * @throws Refused {@code first-admin.gone} when the link is unknown, used or replaced by another, or an admin exists
     */
    void makeFirstAdmin(AccountId account, String secret);
}
