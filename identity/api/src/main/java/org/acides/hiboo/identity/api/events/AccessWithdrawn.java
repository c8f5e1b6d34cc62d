package org.acides.hiboo.identity.api.events;

import java.time.Instant;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.infrastructure.api.EventName;

/** A member left a service with a profile: its tokens and its consent ended. The profile stays. */
@EventName("identity.access-withdrawn")
public record AccessWithdrawn(ProfileId profileId, Instant at) {}
