package org.acides.hiboo.identity.saml.signon;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.acides.hiboo.identity.entry.Step;
import org.acides.hiboo.identity.oidc.token.Seen;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Posting;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.SpentMessages;
import org.acides.hiboo.identity.saml.logout.LiveSessions;
import org.acides.hiboo.identity.saml.message.Assertion;
import org.acides.hiboo.identity.saml.message.Failure;
import org.acides.hiboo.identity.saml.message.Outgoing;
import org.acides.hiboo.identity.saml.message.Responses;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.identity.saml.provider.ServiceProviders;
import org.acides.hiboo.infrastructure.signing.CertifiedKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;

/** Answers a request, once. */
@Component
class SignOnAnswers {

    private final Assertions assertions;
    private final SpentMessages spent;
    private final LiveSessions sessions;
    private final Seen seen;
    private final ServiceProviders providers;
    private final CertifiedKeys keys;
    private final Endpoints endpoints;
    private final Clock clock;

    SignOnAnswers(
            Assertions assertions,
            SpentMessages spent,
            LiveSessions sessions,
            Seen seen,
            ServiceProviders providers,
            CertifiedKeys keys,
            Endpoints endpoints,
            Clock clock) {
        this.assertions = assertions;
        this.spent = spent;
        this.sessions = sessions;
        this.seen = seen;
        this.providers = providers;
        this.keys = keys;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** @throws Refusal STALE when it was answered before, CONSUMER when its address is no longer registered */
    @Transactional
    public ModelAndView enter(
            ServiceProvider provider, SignOn signOn, Step.Enter entered, HttpServletResponse response) {
        requireRegistered(provider, signOn);
        spend(provider, signOn);
        Assertion said = assertions.about(provider, signOn, entered);
        sessions.begin(
                entered.who(), signOn.service(), entered.profile(), said.name().format());
        seen.entered(entered.profile());
        return post(signOn, Responses.success(said, keys.current(), provider.encryptionKey()), response);
    }

    /** @throws Refusal as above */
    @Transactional
    public ModelAndView decline(Declined declined, HttpServletResponse response) {
        SignOn signOn = declined.signOn();
        ServiceProvider provider = providers.find(signOn.service()).orElseThrow(() -> new Refusal(Why.UNKNOWN));
        requireRegistered(provider, signOn);
        spend(provider, signOn);
        Failure failure = new Failure(
                endpoints.entityId(),
                signOn.consumer(),
                signOn.requestId(),
                declined.requester(),
                declined.reason(),
                clock.instant());
        return post(signOn, Responses.failure(failure, keys.current()), response);
    }

    private void spend(ServiceProvider provider, SignOn signOn) {
        if (!signOn.requestId().isEmpty()) spent.spend(provider.entityId(), signOn.requestId());
    }

    /** The administrator may have changed it while the person was asked. */
    private static void requireRegistered(ServiceProvider provider, SignOn signOn) {
        boolean registered = provider.definition().consumers().stream()
                .anyMatch(each -> each.address().equals(signOn.consumer()));
        if (!registered) throw new Refusal(Why.CONSUMER);
    }

    private static ModelAndView post(SignOn signOn, String xml, HttpServletResponse response) {
        return Posting.form(signOn.consumer(), Outgoing.form("SAMLResponse", xml, signOn.relayState()), response);
    }
}
