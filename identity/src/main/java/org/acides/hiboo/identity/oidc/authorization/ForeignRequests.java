package org.acides.hiboo.identity.oidc.authorization;

import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * Requests that lie at an address which their client registered (OpenID Connect Core §6.2). Each is fetched once, as keys
 * are, and is a pushed request from then on: what a person sees and agrees to cannot be changed meanwhile.
 */
@Component
class ForeignRequests {

    private final Requests requests;
    private final RequestObjects objects;
    private final PushedRequestReading reading;
    private final ResourceRetriever retriever;
    private final OAuth2PushedAuthorizationRequestAuthenticationProvider pushing;

    ForeignRequests(
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
     * The query that goes on with what was fetched; empty for a request that lies nowhere, or whose client registered no
     * such address at all.
     *
     * @throws Refusal when it is not in order
     */
    Optional<String> fetch(Parameters sent) {
        Optional<String> address = sent.get("request_uri").filter(uri -> !PushedRequests.isReference(uri));
        if (address.isEmpty() || sent.repeats("request_uri")) return Optional.empty();
        RegisteredClient client = requests.client(sent);
        List<String> registered = ClientOf.requests(client);
        if (registered.isEmpty()) return Optional.empty();
        if (!registered.contains(address.get())) throw refused(client, sent, "invalid_request_uri", "not registered");
        Parameters all;
        try {
            all = objects.read(content(client, sent, address.get()), client, sent);
        } catch (IllegalArgumentException malformed) {
            throw refused(client, sent, "invalid_request_object", String.valueOf(malformed.getMessage()));
        }
        return Optional.of("client_id=" + Answers.encode(client.getClientId()) + "&request_uri="
                + Answers.encode(push(client, all)));
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
