package org.acides.hiboo.identity.migration;

import org.acides.hiboo.identity.api.ImportId;

/** Reserves the next lines of a running import; answers whether there may be more. */
record ReserveProfiles(ImportId importId) {}
