package org.acides.hiboo.identity.upstream;

import java.net.URI;
import org.acides.hiboo.identity.api.UpstreamId;

/**
 * A provider as its last committed event left it.
 *
 * @param name what the button says
 * @param trusted whether its word counts that somebody proved more than one factor
 * @param open whether anybody signs in by it
 */
public record Provider(UpstreamId id, String name, URI issuer, String clientId, boolean trusted, boolean open) {

    /** The path that it sends people back to, and no other provider does. */
    public String callback() {
        return Issuers.callback(issuer);
    }
}
