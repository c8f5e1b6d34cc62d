package org.acides.hiboo.identity.api.commands;

import java.net.URI;
import java.util.Objects;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/**
 * For admins: accounts may come from another community, and go there. Its keys are fetched at once. Nothing comes before a
 * service is matched. The same community asked for twice is one. Refused: {@code community.malformed} (most characters; https, or
 * http on a loopback host; a host and a port at most), {@code community.own}, {@code community.known}, {@code
 * community.unreachable}.
 *
 * @param address its issuer, where its members sign in
 */
@ProvedLately
public record TrustCommunity(CommunityId communityId, URI address) {

    public TrustCommunity {
        Objects.requireNonNull(communityId);
        Objects.requireNonNull(address);
    }
}
