package org.acides.hiboo.identity.upstream.visit;

import java.util.List;
import org.acides.hiboo.identity.signin.OtherDoor;
import org.acides.hiboo.identity.signin.OtherDoors;
import org.acides.hiboo.identity.upstream.Upstreams;
import org.springframework.stereotype.Component;

/** The buttons on the sign-in page. */
@Component
class Doors implements OtherDoors {

    private final Upstreams upstreams;

    Doors(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public List<OtherDoor> open() {
        return upstreams.open().stream()
                .map(provider -> new OtherDoor(provider.id(), provider.name()))
                .toList();
    }
}
