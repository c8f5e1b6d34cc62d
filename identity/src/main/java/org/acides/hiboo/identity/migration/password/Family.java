package org.acides.hiboo.identity.migration.password;

import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/** Old hashes that are written alike. */
interface Family {

    /**
     * What a text of this family says, or null for a text of another.
     *
     * @throws Refused {@code hash.malformed}; {@code hash.too-costly} when one check would take more than this machine is to
     *     give
     */
    @Nullable
    OldHash read(String stored);
}
