package org.acides.hiboo.identity.profile;

import org.acides.hiboo.identity.api.events.ClaimContested;
import org.acides.hiboo.identity.api.events.ContestDecided;
import org.acides.hiboo.identity.api.events.ProfileApproved;
import org.acides.hiboo.identity.api.events.ProfileRefused;
import org.acides.hiboo.identity.api.events.ProfileRestored;
import org.acides.hiboo.identity.api.events.ProfileSuspended;
import org.acides.hiboo.identity.ownerlink.ContestLetters;
import org.acides.hiboo.identity.ownerlink.OwnerLetters;
import org.acides.hiboo.infrastructure.processing.Once;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Whatever somebody else decides about a profile, its owner gets a letter; of a contest, both sides. */
@Component
@ProcessingGroup("policy.identity.tell-owner")
class WhenProfileIsDecidedOnThenTellItsOwner {

    private final OwnerLetters letters;
    private final ContestLetters contests;
    private final Once once;

    WhenProfileIsDecidedOnThenTellItsOwner(OwnerLetters letters, ContestLetters contests, Once once) {
        this.letters = letters;
        this.contests = contests;
        this.once = once;
    }

    @EventHandler
    void on(ProfileApproved event, EventMessage<?> message) {
        if (first(message)) letters.announce(event.profileId());
    }

    @EventHandler
    void on(ProfileRefused event, EventMessage<?> message) {
        if (first(message)) letters.announce(event.profileId());
    }

    @EventHandler
    void on(ProfileSuspended event, EventMessage<?> message) {
        if (first(message)) letters.announce(event.profileId());
    }

    @EventHandler
    void on(ProfileRestored event, EventMessage<?> message) {
        if (first(message)) letters.announce(event.profileId());
    }

    @EventHandler
    void on(ClaimContested event, EventMessage<?> message) {
        if (first(message)) letters.announce(event.profileId());
    }

    @EventHandler
    void on(ContestDecided event, EventMessage<?> message) {
        if (first(message)) contests.announce(event.profileId());
    }

    private boolean first(EventMessage<?> message) {
        return once.first(message.getIdentifier(), "tell-owner");
    }
}
