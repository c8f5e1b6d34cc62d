package org.acides.hiboo.identity.service;

import java.net.URI;
import java.util.List;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.jspecify.annotations.Nullable;

/**
 * An application that members enter with a profile.
 *
 * @param logo SHA-256 in lower-case hex, served under {@code /logos/}, or null
 * @param groups of one of which whoever enters must be; empty for everybody
 * @param quota how many live profiles one account may have there, 1 to 20
 * @param assurance how surely whoever enters must be known
 */
public record Service(
        ServiceRef id,
        String slug,
        String name,
        String summary,
        URI address,
        @Nullable String logo,
        ServiceState state,
        ProfilePolicy policy,
        int quota,
        UsernameRules rules,
        List<GroupId> groups,
        Assurance assurance) {

    public Service {
        groups = List.copyOf(groups);
    }

    public boolean open() {
        return state == ServiceState.OPEN;
    }

    /** Whether a member makes a profile there by themselves, within the quota. */
    public boolean joinable() {
        return open() && (policy == ProfilePolicy.OPEN || policy == ProfilePolicy.BURST);
    }
}
