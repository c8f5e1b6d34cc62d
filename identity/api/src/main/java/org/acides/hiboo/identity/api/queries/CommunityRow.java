package org.acides.hiboo.identity.api.queries;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;

/**
 * @param gone whether it is no longer asked
 * @param keys SHA-256 thumbprints (RFC 7638) of the keys that it signs with, as last fetched
 * @param matches which of its applications are services of ours
 */
public record CommunityRow(
        CommunityId communityId, URI address, boolean gone, Instant trustedAt, List<String> keys, List<Match> matches) {

    public CommunityRow {
        keys = List.copyOf(keys);
        matches = List.copyOf(matches);
    }

    /** @param theirs the application's address there */
    public record Match(ServiceRef service, URI theirs) {}
}
