package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;

/** An account as an admin sees it: without its profiles. Login name and e-mail are empty once erased. */
public record AccountRow(
        AccountId accountId,
        String loginName,
        String email,
        boolean verified,
        boolean blocked,
        Set<Role> roles,
        Instant registeredAt) {}
