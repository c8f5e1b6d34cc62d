package org.acides.hiboo.catalog.api.queries;

import java.time.Instant;
import java.util.List;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.catalog.api.ForwardAuth;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.jspecify.annotations.Nullable;

/**
 * Everything the catalogue knows of a service. Client and SAML service provider are null until they are configured; with no
 * groups everybody may enter.
 */
public record ServiceDetails(
        ServiceId serviceId,
        String slug,
        ServiceDescription description,
        ServiceState state,
        ProfilePolicy policy,
        int quota,
        UsernameRules rules,
        List<GroupRef> groups,
        Assurance assurance,
        @Nullable OidcClient client,
        @Nullable SamlServiceProvider saml,
        ForwardAuth forwardAuth,
        Instant registeredAt) {

    public ServiceDetails {
        groups = List.copyOf(groups);
    }
}
