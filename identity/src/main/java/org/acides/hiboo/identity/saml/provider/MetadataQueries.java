package org.acides.hiboo.identity.saml.provider;

import java.time.Clock;
import java.util.Optional;
import org.acides.hiboo.identity.api.queries.ReadSamlMetadata;
import org.acides.hiboo.identity.api.queries.SamlMetadata;
import org.acides.hiboo.identity.saml.message.MetadataReading;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Reads metadata for whoever is about to configure a service. */
@Component
class MetadataQueries {

    private final Clock clock;

    MetadataQueries(Clock clock) {
        this.clock = clock;
    }

    @QueryHandler
    Optional<SamlMetadata> handle(ReadSamlMetadata query) {
        return Optional.of(MetadataReading.read(query.xml(), clock.instant()));
    }
}
