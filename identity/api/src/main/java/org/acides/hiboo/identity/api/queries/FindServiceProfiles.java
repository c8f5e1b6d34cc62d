package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ServiceRef;

/**
 * Live profiles of a service by username, for its managers; answers {@link ServiceProfileRow}, 50 at most.
 *
 * @param username how the names begin; empty for the suspended ones alone
 */
public record FindServiceProfiles(ServiceRef service, String username) {}
