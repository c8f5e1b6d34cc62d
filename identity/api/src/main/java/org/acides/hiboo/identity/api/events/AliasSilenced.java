package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** Mail to a profile's alias is dropped from now on, and whoever sends it is told nothing. */
@EventName("identity.alias-silenced")
public record AliasSilenced(ProfileId profileId, Instant at) {}
