package org.acides.hiboo.identity.api.queries;

/** Asks for every service, as {@link org.acides.hiboo.identity.api.ServiceRef}, that has profiles which members may claim. */
public record FindClaimableServices() {}
