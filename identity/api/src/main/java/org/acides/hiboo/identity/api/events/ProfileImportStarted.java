package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.EventName;

/** An admin lets the good lines of a service's list become unclaimed profiles. */
@EventName("identity.profile-import-started")
public record ProfileImportStarted(ImportId importId, ServiceRef service, int rows, Instant at) {}
