package org.acides.hiboo.identity.oidc.authorization;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Reads authorization requests: first whom to answer, and only then what is asked. */
@Component
class Requests {

    private static final int LONGEST_NAME = 255;

    private final RegisteredClientRepository clients;
    private final PushedRequests pushed;
    private final Rules rules;

    Requests(RegisteredClientRepository clients, PushedRequests pushed, Rules rules) {
        this.clients = clients;
        this.pushed = pushed;
        this.rules = rules;
    }

    /**
     * @param first when this very request first came, or null when it comes now
     * @throws Refusal when it is not in order
     */
    Asked read(Parameters sent, @Nullable Instant first) {
        RegisteredClient client = client(sent);
        Optional<String> reference = sent.get("request_uri").filter(PushedRequests::isReference);
        if (reference.isEmpty()) return rules.check(client, reply(client, sent), sent, Optional.empty());
        if (sent.repeats("request_uri")) throw Refusal.shown("request");
        Parameters kept = pushed.find(reference.get(), client, first).orElseThrow(() -> Refusal.shown("stale"));
        return rules.check(client, reply(client, kept), kept, reference);
    }

    /** @throws Refusal that is shown, when it is nobody's that we know */
    RegisteredClient client(Parameters sent) {
        String id = sent.get("client_id").orElse("");
        if (id.isEmpty() || id.length() > LONGEST_NAME || sent.repeats("client_id")) throw Refusal.shown("client");
        RegisteredClient client = clients.findByClientId(id);
        if (client == null) throw Refusal.shown("client");
        return client;
    }

    /** @throws Refusal that is shown, when the address is not one that the client registered, to the letter */
    static Reply reply(RegisteredClient client, Parameters asked) {
        if (asked.repeats("redirect_uri")) throw Refusal.shown("redirect");
        Set<String> registered = client.getRedirectUris();
        Optional<String> given = asked.get("redirect_uri");
        boolean openId =
                asked.get("scope").stream().anyMatch(scope -> Rules.words(scope).contains("openid"));
        if (given.isEmpty() && (openId || registered.size() != 1)) throw Refusal.shown("redirect");
        String address = given.orElseGet(() -> registered.iterator().next());
        if (!registered.contains(address)) throw Refusal.shown("redirect");
        ResponseMode mode = asked.get("response_mode").flatMap(ResponseMode::of).orElse(ResponseMode.QUERY);
        boolean returned = !asked.repeats("state");
        return new Reply(
                address,
                mode,
                asked.get("state")
                        .filter(state -> returned && state.length() <= Rules.LONGEST)
                        .orElse(null));
    }
}
