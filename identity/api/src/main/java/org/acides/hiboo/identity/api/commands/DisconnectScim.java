package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ServiceRef;

/** Tells a service nothing more; what it was not told yet it is never told. Twice is the same as once. */
public record DisconnectScim(ServiceRef service) {}
