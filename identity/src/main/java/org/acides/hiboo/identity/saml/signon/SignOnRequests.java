package org.acides.hiboo.identity.saml.signon;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Consumer;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.saml.Accepted;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.message.Envelope;
import org.acides.hiboo.identity.saml.message.Messages;
import org.acides.hiboo.identity.saml.message.Names;
import org.acides.hiboo.identity.saml.message.Received;
import org.acides.hiboo.identity.saml.message.SignOnRequest;
import org.acides.hiboo.identity.saml.naming.NameIdentifiers;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.identity.saml.provider.ServiceProviders;
import org.springframework.stereotype.Component;

/** Understands who asks for a sign-on, and where the answer goes; only then what is asked. */
@Component
class SignOnRequests {

    private final ServiceProviders providers;
    private final Accepted accepted;
    private final Endpoints endpoints;
    private final Clock clock;

    SignOnRequests(ServiceProviders providers, Accepted accepted, Endpoints endpoints, Clock clock) {
        this.providers = providers;
        this.accepted = accepted;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /**
     * @throws Refusal when nobody is to be answered
     * @throws Declined when the service provider is told why not
     */
    SignOn read(Envelope envelope) {
        Received<SignOnRequest> received = Messages.signOnRequest(envelope);
        ServiceProvider provider = providers.find(received.head().issuer()).orElseThrow(() -> new Refusal(Why.UNKNOWN));
        received.require(provider.signingKeys(), provider.definition().signedRequests());
        accepted.require(
                received.head().destination(),
                endpoints.signOn(),
                received.signed(),
                received.head().issuedAt());
        SignOnRequest request = received.content();
        URI consumer = consumer(provider, request);
        SignOn asked = new SignOn(
                provider.service(),
                received.head().id(),
                consumer,
                envelope.relayState(),
                NameIdentifiers.format(provider, request.format()).orElse(""),
                request.afresh(),
                request.silent(),
                request.contexts(),
                request.comparison(),
                request.subject(),
                clock.instant());
        if (!request.binding().isEmpty() && !request.binding().equals(Names.POST))
            throw new Declined(asked, true, "UnsupportedBinding");
        if (asked.format().isEmpty()) throw new Declined(asked, true, "InvalidNameIDPolicy");
        return asked;
    }

    /** Only where the administrator said that assertions may go, to the letter. */
    private static URI consumer(ServiceProvider provider, SignOnRequest request) {
        List<Consumer> registered = provider.definition().consumers();
        if (!request.consumer().isEmpty() && request.consumerIndex().isPresent()) throw new Refusal(Why.CONSUMER);
        Optional<Consumer> asked = !request.consumer().isEmpty()
                ? registered.stream()
                        .filter(each -> each.address().toString().equals(request.consumer()))
                        .findFirst()
                : request.consumerIndex().isPresent()
                        ? registered.stream()
                                .filter(each ->
                                        each.index() == request.consumerIndex().getAsInt())
                                .findFirst()
                        : registered.stream().findFirst();
        return asked.orElseThrow(() -> new Refusal(Why.CONSUMER)).address();
    }

    /**
     * Somebody comes from our own pages, and nobody asked.
     *
     * @throws Refusal UNKNOWN, or FROM_HOME when the service is not entered so
     */
    SignOn unasked(ServiceRef service) {
        ServiceProvider provider = providers.find(service).orElseThrow(() -> new Refusal(Why.UNKNOWN));
        if (!provider.definition().fromHome()) throw new Refusal(Why.FROM_HOME);
        return new SignOn(
                service,
                "",
                provider.definition().consumers().getFirst().address(),
                "",
                NameIdentifiers.format(provider, "").orElseThrow(),
                false,
                false,
                List.of(),
                "exact",
                "",
                clock.instant());
    }
}
