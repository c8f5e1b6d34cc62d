package org.acides.hiboo.identity.upstream.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.signin.BrowserSecret;
import org.acides.hiboo.identity.upstream.Provider;
import org.acides.hiboo.identity.upstream.Upstreams;
import org.acides.hiboo.identity.upstream.visit.Trouble.Why;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends browsers to providers, and knows them when they come back. Who begins counts as wrong until they do. */
@Component
class Outset {

    private final Upstreams upstreams;
    private final Discovery discovery;
    private final Visits visits;
    private final Departure departure;
    private final Attempts attempts;
    private final BrowserSecret cookie;

    Outset(
            Upstreams upstreams,
            Discovery discovery,
            Visits visits,
            Departure departure,
            Attempts attempts,
            PublicAddress address) {
        this.upstreams = upstreams;
        this.discovery = discovery;
        this.visits = visits;
        this.departure = departure;
        this.attempts = attempts;
        this.cookie = new BrowserSecret(address, "hiboo-elsewhere", Visits.LIFETIME);
    }

    /** @throws Trouble CLOSED */
    Provider open(UpstreamId id) {
        return upstreams.find(id).filter(Provider::open).orElseThrow(() -> new Trouble(Why.CLOSED, "it is not open"));
    }

    /**
     * @param session whose member wants a link, or null
     * @return where the browser goes
     * @throws Trouble CLOSED, UNREACHABLE, UNTRUE, THROTTLED
     */
    URI begin(
            UpstreamId id,
            @Nullable SessionId session,
            boolean afresh,
            Onward onward,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Provider provider = open(id);
        BrowserKey key = BrowserKey.fresh();
        try {
            attempts.require(counted(key), request.getRemoteAddr(), null);
        } catch (Refused tooMany) {
            throw new Trouble(Why.THROTTLED, "too many began there");
        }
        Metadata metadata = discovery.of(provider);
        visits.begin(key, id, session, afresh, onward);
        cookie.write(request, response, key.secret());
        return departure.to(provider, metadata, key, afresh, language);
    }

    /**
     * The visit that this answer belongs to, which is over by that.
     *
     * @throws Trouble OVER
     */
    Visit end(BrowserKey key, String state, HttpServletRequest request, HttpServletResponse response) {
        if (key.secret().isEmpty() || !key.isState(state)) throw new Trouble(Why.OVER, "no state of this browser");
        cookie.clear(request, response);
        Visit visit = visits.end(key);
        attempts.takeBack(counted(key), request.getRemoteAddr(), null);
        return visit;
    }

    BrowserKey key(HttpServletRequest request) {
        return new BrowserKey(cookie.read(request));
    }

    /** One name a visit: none but the count of the place that they come from is to fill up. */
    private static String counted(BrowserKey key) {
        return "elsewhere " + key.state();
    }
}
