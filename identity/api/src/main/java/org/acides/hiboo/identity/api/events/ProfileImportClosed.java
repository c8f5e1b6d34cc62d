package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Nobody claims from this list any more: the old hashes are destroyed, and usernames stay taken. */
@EventName("identity.profile-import-closed")
public record ProfileImportClosed(ImportId importId, Instant at) {}
