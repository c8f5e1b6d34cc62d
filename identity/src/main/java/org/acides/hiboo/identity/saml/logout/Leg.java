package org.acides.hiboo.identity.saml.logout;

import java.util.UUID;

/**
 * A service that a browser still has to be signed out of.
 *
 * @param format of the name that the service knows the profile by
 */
record Leg(UUID service, UUID profile, String format) {}
