package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ProfileId;

/** A profile as its service's managers see it: never whose it is. */
public record ServiceProfileRow(ProfileId profileId, String username, boolean suspended) {}
