package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/** For admins: no more profiles come from the other community to the service. Those that came stay. Refused: {@code community.unknown}. */
@ProvedLately
public record UnmatchService(CommunityId communityId, ServiceRef service) {}
