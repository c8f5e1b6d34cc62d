package org.acides.hiboo.webui.identity.profile;

import java.util.List;
import org.acides.hiboo.catalog.api.queries.ServiceDetails;
import org.acides.hiboo.identity.api.queries.MyProfile;

/** A service that a member has profiles on, and these. */
record MyService(ServiceDetails service, List<MyProfile> profiles) {

    MyService {
        profiles = List.copyOf(profiles);
    }

    Joining joining() {
        return Joining.of(service.state(), service.policy(), service.quota(), profiles);
    }
}
