package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/**
 * For admins: the other community is no more, and is not asked any longer to let go of what comes from there. Bundles that it
 * signed count until they expire; nobody of ours may go there. Refused: {@code community.unknown}.
 */
@ProvedLately
public record NoteCommunityGone(CommunityId communityId) {}
