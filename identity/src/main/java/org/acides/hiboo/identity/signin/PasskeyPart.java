package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.passkey.Assertion;
import org.acides.hiboo.identity.passkey.Attestation;
import org.acides.hiboo.identity.passkey.Challenges;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.stereotype.Component;

/** What the pages with a passkey's button have in common: the browser's secret, and the fields that their script fills in. */
@Component
class PasskeyPart {

    private final BrowserSecret cookie;

    PasskeyPart(PublicAddress address) {
        cookie = new BrowserSecret(address, "hiboo-passkey", Challenges.LIFETIME);
    }

    /** Another secret for the browser, which the challenge that it is given is bound to. */
    String begin(HttpServletRequest request, HttpServletResponse response) {
        String secret = Secret.fresh();
        cookie.write(request, response, secret);
        return secret;
    }

    /** Empty where there is none. */
    String secret(HttpServletRequest request) {
        return cookie.read(request);
    }

    /** @throws Refused {@code passkey.wrong} */
    static Assertion assertion(HttpServletRequest request) {
        return Assertion.of(
                field(request, "credential"),
                field(request, "client"),
                field(request, "authenticator"),
                field(request, "signature"),
                field(request, "user"));
    }

    /** @throws Refused {@code passkey.wrong} */
    static Attestation attestation(HttpServletRequest request) {
        return Attestation.of(field(request, "client"), field(request, "attestation"));
    }

    private static String field(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
