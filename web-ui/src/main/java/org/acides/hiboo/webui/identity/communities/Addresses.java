package org.acides.hiboo.webui.identity.communities;

import java.net.URI;
import java.net.URISyntaxException;
import org.acides.hiboo.infrastructure.api.Refused;

/** Addresses as they are typed. */
final class Addresses {

    private static final int LONGEST = 200;

    private Addresses() {}

    /** @throws Refused {@code community.malformed} (most characters) */
    static URI of(String typed) {
        try {
            return new URI(typed.strip());
        } catch (URISyntaxException junk) {
            throw new Refused("community.malformed", LONGEST);
        }
    }
}
