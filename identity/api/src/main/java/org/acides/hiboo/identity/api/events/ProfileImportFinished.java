package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Every good line of the list is reserved. */
@EventName("identity.profile-import-finished")
public record ProfileImportFinished(ImportId importId, Instant at) {}
