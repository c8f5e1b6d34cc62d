package org.acides.hiboo.identity.saml.logout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.saml.Posting;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.SpentMessages;
import org.acides.hiboo.identity.saml.naming.Meant;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.identity.saml.provider.ServiceProviders;
import org.acides.hiboo.identity.signin.Farewell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs browsers out when a service provider asks, and sends them on, from one service to the next. */
@Component
class Departures {

    private final ServiceProviders providers;
    private final SpentMessages spent;
    private final OwnerLinks owners;
    private final Subjects subjects;
    private final Meant meant;
    private final Farewell farewells;
    private final LogoutDetour detour;
    private final JourneyCookie cookie;
    private final LogoutLetters letters;

    Departures(
            ServiceProviders providers,
            SpentMessages spent,
            OwnerLinks owners,
            Subjects subjects,
            Meant meant,
            Farewell farewells,
            LogoutDetour detour,
            JourneyCookie cookie,
            LogoutLetters letters) {
        this.providers = providers;
        this.spent = spent;
        this.owners = owners;
        this.subjects = subjects;
        this.meant = meant;
        this.farewells = farewells;
        this.detour = detour;
        this.cookie = cookie;
        this.letters = letters;
    }

    /**
     * Ends the session that is meant, if it is this browser's. Whoever is meant and is not signed in here is signed out
     * already, and the service provider hears so.
     *
     * @throws Refusal STALE when it was asked before
     */
    Object leave(LogoutAsked asked, @Nullable SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        ServiceProvider provider = providers.find(asked.service()).orElseThrow(() -> new Refusal(Why.UNKNOWN));
        spent.spend(provider.entityId(), asked.requestId());
        Journey.Asked answered = new Journey.Asked(asked.service().value(), asked.requestId(), asked.relayState());
        if (who == null || !means(asked, who)) return letters.answer(answered, false, response);
        detour.prepare(who, answered, request, response);
        Object telling = farewells.bid(who, LogoutDetour.PATH, request, response);
        return telling == null ? Posting.go(LogoutDetour.PATH) : telling;
    }

    private boolean means(LogoutAsked asked, SignedIn who) {
        return owners.profilesOf(who.account(), asked.service()).stream()
                .filter(profile -> meant.by(asked.name(), who, profile))
                .anyMatch(profile -> asked.sessionIndexes().isEmpty()
                        || asked.sessionIndexes().contains(subjects.session(who.session(), profile)));
    }

    /** @param told what the service before this one said, or null when it said nothing that counts */
    Object goOn(@Nullable LogoutTold told, HttpServletRequest request, HttpServletResponse response) {
        Optional<Journey> kept = cookie.read(request);
        if (kept.isEmpty()) return Posting.go("/sign-in?done=signed-out");
        Journey journey = kept.get();
        boolean answer = told != null
                && told.inResponseTo().equals(journey.awaited())
                && !journey.awaited().isEmpty();
        SessionId session = new SessionId(journey.session());
        journey = answer ? journey.answered(told.success()) : journey.unanswered();
        while (!journey.legs().isEmpty()) {
            Leg leg = journey.legs().getFirst();
            Optional<LogoutLetters.Letter> letter = providers
                    .find(new ServiceRef(leg.service()))
                    .flatMap(provider -> letters.request(provider, leg, session));
            if (letter.isPresent()) {
                cookie.write(journey.awaiting(letter.get().id()), request, response);
                return letter.get().send(response);
            }
            journey = journey.skipping();
        }
        cookie.clear(request, response);
        return journey.asked() == null
                ? Posting.go(journey.onward())
                : letters.answer(journey.asked(), journey.partial(), response);
    }
}
