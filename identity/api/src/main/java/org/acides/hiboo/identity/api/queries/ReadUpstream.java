package org.acides.hiboo.identity.api.queries;

import java.net.URI;
import java.util.Objects;

/**
 * Has Hiboo read what a provider elsewhere says of itself (OpenID Connect Discovery 1.0 §4); answers {@link UpstreamFound}.
 * Refused: {@code upstream.issuer-malformed} (most), {@code upstream.unreachable}, {@code upstream.issuer-other} when the
 * document is not of that issuer, or lacks what is needed.
 */
public record ReadUpstream(URI issuer) {

    public ReadUpstream {
        Objects.requireNonNull(issuer);
    }
}
