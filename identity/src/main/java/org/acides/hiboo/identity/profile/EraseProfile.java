package org.acides.hiboo.identity.profile;

import org.acides.hiboo.identity.api.ProfileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Erases a profile whose time of grace is over. One whose deletion was undone meanwhile stays. */
record EraseProfile(@TargetAggregateIdentifier ProfileId profileId) {}
