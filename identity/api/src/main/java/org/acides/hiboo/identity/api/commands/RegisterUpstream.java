package org.acides.hiboo.identity.api.commands;

import java.net.URI;
import java.util.Objects;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * For admins. Lets members sign in, once it is opened, by a provider of OpenID Connect elsewhere. The same one asked for twice
 * is one. Refused: {@code upstream.name-malformed} (most: 1 to 60 characters), {@code upstream.issuer-malformed} (most:
 * https, or http on a loopback host; no user, query nor fragment; at most 500 characters), {@code upstream.client-malformed} (most) and
 * {@code upstream.secret-malformed} (most: visible ASCII characters), {@code upstream.issuer-taken}.
 *
 * @param name what the button says
 * @param issuer as the provider's discovery document has it, to the letter
 * @param clientId what the provider knows Hiboo by
 * @param secret of that client; it is sealed, and never shown again
 * @param trusted whether its word counts that somebody proved more than one factor
 */
@ProvedLately
public record RegisterUpstream(
        @TargetAggregateIdentifier UpstreamId upstreamId,
        String name,
        URI issuer,
        String clientId,
        String secret,
        boolean trusted) {

    public RegisterUpstream {
        Objects.requireNonNull(upstreamId);
        Objects.requireNonNull(name);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(secret);
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "RegisterUpstream[" + upstreamId + ", " + issuer + "]";
    }
}
