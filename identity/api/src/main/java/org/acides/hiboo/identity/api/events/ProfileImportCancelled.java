package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ImportId;
import org.acides.hiboo.infrastructure.api.EventName;

/** An admin took the import back: what nobody had claimed is gone, and its usernames are free. */
@EventName("identity.profile-import-cancelled")
public record ProfileImportCancelled(ImportId importId, Instant at) {}
