package org.acides.hiboo.identity.signin;

import java.util.Locale;
import org.acides.hiboo.identity.account.Registration.Applicant;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What somebody typed who wants an account.
 *
 * @param onward local path to go on to once signed in
 */
public record SignUpForm(
        String username,
        String email,
        String password,
        String terms,
        String invitation,
        @BindParam("continue") String onward) {

    private static final int SHOWN_AGAIN = 300;

    public SignUpForm(
            @Nullable String username,
            @Nullable String email,
            @Nullable String password,
            @Nullable String terms,
            @Nullable String invitation,
            @BindParam("continue") @Nullable String onward) {
        this.username = username == null ? "" : username.strip();
        this.email = email == null ? "" : email.strip();
        this.password = password == null ? "" : password;
        this.terms = terms == null ? "" : terms;
        this.invitation = invitation == null ? "" : invitation;
        this.onward = onward == null ? "" : onward;
    }

    /** @throws Refused {@code terms.not-accepted} */
    Applicant applicant(Locale locale, String version) {
        if (!terms.equals("on")) throw new Refused("terms.not-accepted");
        return new Applicant(
                username, email, password, locale.getLanguage(), version, invitation.isEmpty() ? null : invitation);
    }

    SignUpForm invitedBy(String secret) {
        return new SignUpForm(username, email, password, terms, secret, onward);
    }

    /** For the page again: without the password, and without what no field would hold. */
    SignUpForm again() {
        return new SignUpForm(cut(username), cut(email), "", terms, cut(invitation), onward);
    }

    private static String cut(String text) {
        return text.length() > SHOWN_AGAIN ? text.substring(0, SHOWN_AGAIN) : text;
    }

    /** Never shows what is inside: it is personal, and the password is secret. */
    @Override
    public String toString() {
        return "SignUpForm[]";
    }
}
