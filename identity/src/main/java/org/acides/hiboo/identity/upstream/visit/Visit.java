package org.acides.hiboo.identity.upstream.visit;

import java.time.Instant;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;

/**
 * A browser's way to a provider.
 *
 * @param session whose member wants a link; null for somebody who signs in
 * @param afresh whether they are to prove there anew who they are
 */
record Visit(UpstreamId upstream, @Nullable SessionId session, boolean afresh, Onward onward, Instant begunAt) {

    boolean forLink() {
        return session != null;
    }
}
