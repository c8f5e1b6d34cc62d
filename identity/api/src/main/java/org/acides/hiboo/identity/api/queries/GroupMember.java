package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.AccountId;

/** An account in a group, as whoever keeps the group knows it: its profiles are nobody's business there. */
public record GroupMember(AccountId accountId, String loginName) {}
