package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.infrastructure.api.ProvedLately;

/** For admins: nothing comes from the other community any more, and nothing goes there. What came stays. Refused: {@code community.unknown}. */
@ProvedLately
public record ForgetCommunity(CommunityId communityId) {}
