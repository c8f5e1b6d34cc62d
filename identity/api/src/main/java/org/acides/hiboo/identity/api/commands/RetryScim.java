package org.acides.hiboo.identity.api.commands;

import org.acides.hiboo.identity.api.ServiceRef;

/** Tries at once whatever a service was not told yet, also what was given up. */
public record RetryScim(ServiceRef service) {}
