package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.stereotype.Component;

/** Makes a browser known where somebody just proved in it, in another way than by their password, who they are. */
@Component
class KnownBrowsers {

    private final Attempts attempts;
    private final Letters letters;
    private final PublicAddress address;

    KnownBrowsers(Attempts attempts, Letters letters, PublicAddress address) {
        this.attempts = attempts;
        this.letters = letters;
        this.address = address;
    }

    /**
     * Somebody proved a factor. Where nobody had in that browser, the member is told.
     *
     * @param begins whether a session began by that
     */
    void proved(AccountState account, boolean begins, HttpServletRequest request, HttpServletResponse response) {
        entered(account, SecondStepPage.subject(account.id()), begins, request, response);
    }

    /** The same for somebody whom another provider vouched for: their own factor's tries are counted as before. */
    void vouchedFor(AccountState account, boolean begins, HttpServletRequest request, HttpServletResponse response) {
        entered(account, "elsewhere " + account.id(), begins, request, response);
    }

    private void entered(
            AccountState account,
            String subject,
            boolean begins,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean known = attempts.knows(subject, Visitor.of(request).device());
        remember(request, response, subject);
        if (begins && !known) letters.newDevice(account, request);
    }

    /** @param logins as they would be typed, or as the second step names them */
    void remember(HttpServletRequest request, HttpServletResponse response, String... logins) {
        Visitor visitor = Visitor.of(request);
        for (String login : logins)
            visitor = new Visitor(visitor.source(), attempts.succeeded(login, visitor.source(), visitor.device()));
        if (visitor.device() != null) Visitor.remember(response, address.isSecure(request), visitor.device());
    }
}
