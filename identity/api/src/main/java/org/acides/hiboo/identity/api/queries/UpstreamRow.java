package org.acides.hiboo.identity.api.queries;

import java.net.URI;
import org.acides.hiboo.identity.api.UpstreamId;

/**
 * @param callback where the provider sends people back to: its client here must have that address
 * @param links how many accounts are linked to an identity there
 */
public record UpstreamRow(
        UpstreamId upstreamId,
        String name,
        URI issuer,
        String clientId,
        boolean trusted,
        boolean open,
        URI callback,
        int links) {}
