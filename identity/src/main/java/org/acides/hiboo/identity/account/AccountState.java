package org.acides.hiboo.identity.account;

import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;

/**
 * An account as its last committed event left it.
 *
 * @param email where letters go; proved only when {@code verified}
 * @param language BCP 47 tag of the letters, {@code fr} or {@code en}
 * @param terms version of the community's terms that the member accepted last
 */
public record AccountState(
        AccountId id,
        String loginName,
        String email,
        String language,
        boolean verified,
        boolean blocked,
        Set<Role> roles,
        String terms) {

    public AccountState {
        roles = Set.copyOf(roles);
    }

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "AccountState[" + id + "]";
    }
}
