package org.acides.hiboo.identity.session;

import java.net.URI;
import java.util.List;
import org.acides.hiboo.identity.api.SignedIn;

/** A door whose applications are told of signing out by the browser itself. A bean of this type is all that it takes. */
public interface LogoutFrames {

    /** What the browser shall load, once the session is over: absolute, with a host. */
    List<URI> of(SignedIn who);
}
