package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ServiceRef;

/** Asks for every {@link ImportRow} of a service, newest first. */
public record FindImports(ServiceRef service) {}
