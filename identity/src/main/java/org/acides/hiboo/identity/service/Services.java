package org.acides.hiboo.identity.service;

import java.util.List;
import java.util.Optional;
import org.acides.hiboo.identity.api.ServiceRef;

/** The services there are, as the catalogue decided them: a change is seen from the commit that made it. */
public interface Services {

    Optional<Service> find(ServiceRef id);

    /** Every service that was ever registered, retired ones too. */
    List<ServiceRef> all();
}
