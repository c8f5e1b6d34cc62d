package org.acides.hiboo.identity.oidc.authorization;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.api.ServiceRef;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * An authorization request that is in order: what an application asks of a person.
 *
 * @param scopes those of the asked that the client may have
 * @param prompts {@code prompt}, each of the four or none
 * @param maxAge {@code max_age}
 * @param subject whom the application means by {@code id_token_hint} or by the claim {@code sub}
 * @param pushed the request's one-time reference (RFC 9126), when it was pushed
 */
record Asked(
        RegisteredClient client,
        ServiceRef service,
        Reply reply,
        Set<String> scopes,
        Set<String> prompts,
        Optional<Duration> maxAge,
        Set<String> essentialAcr,
        Optional<String> subject,
        Parameters parameters,
        Optional<String> pushed) {

    Asked {
        scopes = Set.copyOf(scopes);
        prompts = Set.copyOf(prompts);
        essentialAcr = Set.copyOf(essentialAcr);
    }

    /** Nobody may be shown anything. */
    boolean silent() {
        return prompts.contains("none");
    }

    boolean prompts(String what) {
        return prompts.contains(what);
    }

    Refusal refusal(String error, String description) {
        return Refusal.answering(reply, error, description);
    }
}
