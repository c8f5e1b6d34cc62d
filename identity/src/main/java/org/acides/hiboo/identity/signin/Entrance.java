package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets in whoever another provider vouched for, by the account's own rules as after a password: a factor of the account's is
 * asked for, a browser that is new is told of, terms and roles come first.
 */
@Component
public class Entrance {

    private final SecondStep second;
    private final KnownBrowsers browsers;
    private final Door door;

    Entrance(SecondStep second, KnownBrowsers browsers, Door door) {
        this.second = second;
        this.browsers = browsers;
        this.door = door;
    }

    /**
     * @param methods values for {@code amr}
     * @param provedAt when they proved who they are, there
     * @param again whether whoever is signed in was asked again, and proved it just now
     * @return where they go next
     * @throws Refused {@code sign-in.blocked}
     */
    public URI enter(
            AccountState account,
            List<String> methods,
            Instant provedAt,
            @Nullable SignedIn who,
            boolean again,
            Onward next,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (account.blocked()) throw new Refused("sign-in.blocked");
        if (second.isAsked(account.id())) {
            second.begin(account.id(), methods, provedAt, again ? who : null, request, response);
            return Answers.carrying("/second-step", next);
        }
        boolean begins = door.enter(account, methods, provedAt, who, again, request, response);
        browsers.vouchedFor(account, begins, request, response);
        return door.beyond(account, next);
    }
}
