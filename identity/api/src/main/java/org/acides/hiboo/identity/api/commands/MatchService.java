package org.acides.hiboo.identity.api.commands;

import java.net.URI;
import java.util.Objects;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/**
 * For admins: an application of the other community is a service of ours, and its word on who is who there is taken. What was
 * matched to the service before is replaced. Refused: {@code community.unknown}, {@code service.unknown} (also retired), {@code
 * community.service-malformed} (most characters), {@code community.service-matched}.
 *
 * @param theirs the application's address, as it is described there
 */
@ProvedLately
public record MatchService(CommunityId communityId, ServiceRef service, URI theirs) {

    public MatchService {
        Objects.requireNonNull(communityId);
        Objects.requireNonNull(service);
        Objects.requireNonNull(theirs);
    }
}
