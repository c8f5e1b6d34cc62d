package org.acides.hiboo.identity.api.commands;

import java.util.Objects;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.ProvedLately;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * For admins. Refused: {@code upstream.unknown}, {@code upstream.name-malformed} (most), {@code upstream.secret-malformed}
 * (most). Issuer and client stay: under others the links would mean other people.
 *
 * @param secret takes the place of the one before; null keeps that
 */
@ProvedLately
public record ChangeUpstream(
        @TargetAggregateIdentifier UpstreamId upstreamId,
        String name,
        @Nullable String secret,
        boolean trusted) {

    public ChangeUpstream {
        Objects.requireNonNull(upstreamId);
        Objects.requireNonNull(name);
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "ChangeUpstream[" + upstreamId + "]";
    }
}
