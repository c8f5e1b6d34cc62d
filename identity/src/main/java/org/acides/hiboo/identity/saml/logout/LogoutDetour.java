package org.acides.hiboo.identity.saml.logout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.session.Detour;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a browser that is signed out round the service providers that it is signed in to. */
@Component
class LogoutDetour implements Detour {

    static final String PATH = "/saml/leaving";

    private static final String HOME = "/sign-in?done=signed-out";
    private static final String PREPARED = LogoutDetour.class.getName() + ".prepared";

    /** Longer addresses leave a cookie no room for anything else. */
    private static final int LONGEST = 1500;

    private final LiveSessions sessions;
    private final JourneyCookie cookie;

    LogoutDetour(LiveSessions sessions, JourneyCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    public @Nullable String by(
            SignedIn who, @Nullable String onward, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(PREPARED) != null) return onward;
        List<Leg> legs = sessions.of(who);
        String then = onward == null ? HOME : onward;
        if (legs.isEmpty() || then.length() > LONGEST) return onward;
        cookie.write(new Journey(who.session().value(), legs, "", false, then, null), request, response);
        return PATH;
    }

    /** A service provider asked: it is answered in the end, and not told. */
    void prepare(SignedIn who, Journey.Asked asked, HttpServletRequest request, HttpServletResponse response) {
        List<Leg> legs = sessions.of(who).stream()
                .filter(leg -> !leg.service().equals(asked.service()))
                .toList();
        cookie.write(new Journey(who.session().value(), legs, "", false, "", asked), request, response);
        request.setAttribute(PREPARED, true);
    }
}
