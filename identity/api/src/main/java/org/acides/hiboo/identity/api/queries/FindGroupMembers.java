package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.GroupId;

/** Accounts of a group by login name, 500 at most; answers {@link GroupMember}. */
public record FindGroupMembers(GroupId groupId) {}
