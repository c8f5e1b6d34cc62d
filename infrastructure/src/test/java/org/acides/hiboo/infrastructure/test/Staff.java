package org.acides.hiboo.infrastructure.test;

import java.time.Instant;
import org.acides.hiboo.infrastructure.api.Actor;

/** People of the team who only ever just proved who they are. */
public final class Staff {

    public static final Actor ADMIN = new Actor("somebody", "ADMIN", Instant.MAX);

    private Staff() {}
}
