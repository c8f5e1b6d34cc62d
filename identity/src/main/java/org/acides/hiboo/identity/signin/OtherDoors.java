package org.acides.hiboo.identity.signin;

import java.util.List;

/** Which other providers members may sign in by now. */
public interface OtherDoors {

    /** By name. */
    List<OtherDoor> open();
}
