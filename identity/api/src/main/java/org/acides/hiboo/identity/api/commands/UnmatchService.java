package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.ServiceRef;

/** For admins: no more profiles come from the other community to the service. Those that came stay. Refused: {@code community.unknown}. */
public record UnmatchService(CommunityId communityId, ServiceRef service) {}
