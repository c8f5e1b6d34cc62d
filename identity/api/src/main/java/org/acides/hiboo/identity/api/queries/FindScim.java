package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ServiceRef;

/** Asks for the {@link ScimState} of a service; none where it is not connected. */
public record FindScim(ServiceRef service) {}
