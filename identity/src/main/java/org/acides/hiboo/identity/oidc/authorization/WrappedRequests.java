package org.acides.hiboo.identity.oidc.authorization;

import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.acides.hiboo.identity.oidc.client.ClientOf;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2PushedAuthorizationRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Requests that are written as a token: a signed one that the person brings (OpenID Connect Core §6.1, RFC 9101), or one that lies
 * at an address which their client registered (§6.2). Each is read once, and is a pushed request from then on: what a person sees
 * and agrees to cannot be changed meanwhile.
 */
@Component
class WrappedRequests {

    private final Requests requests;
    private final RequestObjects objects;
    private final PushedRequestReading reading;
    private final ResourceRetriever retriever;
    private final OAuth2PushedAuthorizationRequestAuthenticationProvider pushing;

    WrappedRequests(
            Requests requests,
            RequestObjects objects,
            PushedRequestReading reading,
            ResourceRetriever retriever,
            OAuth2AuthorizationService authorizations) {
        this.requests = requests;
        this.objects = objects;
        this.reading = reading;
        this.retriever = retriever;
        pushing = new OAuth2PushedAuthorizationRequestAuthenticationProvider(authorizations);
    }

    /**
     * The query that goes on with what was read; empty for a request in the open, or whose client registered neither keys nor
     * addresses.
     *
     * @throws Refusal when it is not in order
     */
    Optional<String> push(Parameters sent) {
        if (sent.repeats("request") || sent.repeats("request_uri")) return Optional.empty();
        boolean brought = sent.get("request").isPresent();
        Optional<String> address = sent.get("request_uri").filter(uri -> brought || !PushedRequests.isReference(uri));
        if (!brought && address.isEmpty()) return Optional.empty();
        RegisteredClient client = requests.client(sent);
        if (brought && address.isPresent())
            throw refused(client, sent, "invalid_request", "request and request_uri: one of the two");
        Optional<Parameters> all = brought ? brought(client, sent) : lying(client, sent, address.get());
        return all.map(read -> "client_id=" + Answers.encode(client.getClientId()) + "&request_uri="
                + Answers.encode(push(client, read)));
    }

    private Optional<Parameters> brought(RegisteredClient client, Parameters sent) {
        if (!ClientOf.hasKeys(client)) return Optional.empty();
        return sent.get("request").map(object -> read(client, sent, () -> objects.signed(object, client, sent)));
    }

    private Optional<Parameters> lying(RegisteredClient client, Parameters sent, String address) {
        List<String> registered = ClientOf.requests(client);
        if (registered.isEmpty()) return Optional.empty();
        if (!registered.contains(address)) throw refused(client, sent, "invalid_request_uri", "not registered");
        String object = content(client, sent, address);
        return Optional.of(read(client, sent, () -> objects.vouchedFor(object, client, sent)));
    }

    private static Parameters read(RegisteredClient client, Parameters sent, Supplier<Parameters> how) {
        try {
            return how.get();
        } catch (IllegalArgumentException malformed) {
            throw refused(client, sent, "invalid_request_object", String.valueOf(malformed.getMessage()));
        }
    }

    private String content(RegisteredClient client, Parameters sent, String address) {
        int hash = address.indexOf('#');
        URI uri = URI.create(hash < 0 ? address : address.substring(0, hash));
        try {
            return retriever.retrieveResource(uri.toURL()).getContent();
        } catch (IOException | IllegalArgumentException unreachable) {
            throw refused(client, sent, "invalid_request_uri", "nothing could be fetched there");
        }
    }

    private String push(RegisteredClient client, Parameters all) {
        try {
            var asked = reading.read(
                    new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null), client, all);
            var pushed = (OAuth2PushedAuthorizationRequestAuthenticationToken) pushing.authenticate(asked);
            return Objects.requireNonNull(Objects.requireNonNull(pushed).getRequestUri());
        } catch (OAuth2AuthenticationException refused) {
            String why = Objects.requireNonNullElse(refused.getError().getDescription(), "refused");
            throw refused(client, all, refused.getError().getErrorCode(), why);
        }
    }

    /** An answer to the application where it says validly whom to answer, else a page. */
    private static Refusal refused(RegisteredClient client, Parameters sent, String error, String why) {
        return Refusal.answering(Requests.reply(client, sent), error, why);
    }
}
