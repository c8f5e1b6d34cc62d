package org.acides.hiboo.identity.saml.logout;

import java.time.Clock;
import org.acides.hiboo.identity.saml.Accepted;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.message.Envelope;
import org.acides.hiboo.identity.saml.message.LogoutAnswer;
import org.acides.hiboo.identity.saml.message.LogoutMessages;
import org.acides.hiboo.identity.saml.message.LogoutRequest;
import org.acides.hiboo.identity.saml.message.Received;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.identity.saml.provider.ServiceProviders;
import org.springframework.stereotype.Component;

/** Believes of logout messages what their senders signed, and nothing else. */
@Component
class LogoutReading {

    private final ServiceProviders providers;
    private final Accepted accepted;
    private final Endpoints endpoints;
    private final Clock clock;

    LogoutReading(ServiceProviders providers, Accepted accepted, Endpoints endpoints, Clock clock) {
        this.providers = providers;
        this.accepted = accepted;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /** @throws Refusal when it is not in order */
    LogoutAsked asked(Envelope envelope) {
        Received<LogoutRequest> received = LogoutMessages.request(envelope, clock);
        ServiceProvider provider = verified(received);
        LogoutRequest request = received.content();
        return new LogoutAsked(
                provider.service(),
                received.head().id(),
                envelope.relayState(),
                request.name(),
                request.sessionIndexes());
    }

    /** @throws Refusal when it is not in order */
    LogoutTold told(Envelope envelope) {
        Received<LogoutAnswer> received = LogoutMessages.answer(envelope);
        verified(received);
        return new LogoutTold(
                received.content().inResponseTo(), received.content().success());
    }

    private ServiceProvider verified(Received<?> received) {
        ServiceProvider provider = providers.find(received.head().issuer()).orElseThrow(() -> new Refusal(Why.UNKNOWN));
        received.require(provider.signingKeys(), true);
        accepted.require(
                received.head().destination(),
                endpoints.logout(),
                true,
                received.head().issuedAt());
        return provider;
    }
}
