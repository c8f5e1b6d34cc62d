package org.acides.hiboo.identity.captcha;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A siteverify server, and who the forms are to it. */
interface Server {

    URI siteverify();

    SiteKeys keys();

    /** Other keys than these, which the server does not know any more; empty when there are none. */
    Optional<SiteKeys> insteadOf(SiteKeys refused);

    /** Whether it says of each pass for which action it was made; then one that was made for none serves none. */
    boolean namesActions();

    String script();

    @Nullable
    String manual();

    /** For the content policy. */
    String sources();
}
