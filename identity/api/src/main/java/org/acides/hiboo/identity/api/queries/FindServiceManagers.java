package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ServiceRef;

/** The accounts that answer for a service, by login name; answers {@link AccountRow}. */
public record FindServiceManagers(ServiceRef service) {}
