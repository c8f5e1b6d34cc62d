package org.acides.hiboo.identity.profile;

import java.util.Optional;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** Sees to it that a profile is whose it is said to be, and that the history never says whose. */
@Component
class Owned {

    private final Profiles profiles;
    private final OwnerLinks owners;

    Owned(Profiles profiles, OwnerLinks owners) {
        this.profiles = profiles;
        this.owners = owners;
    }

    /**
     * The profile, however it stands.
     *
     * @param actor the history keeps who acted: an account named there beside a profile would give the profile away for ever
     * @throws Refused {@code profile.unknown} unless the account holds it
     */
    HeldProfile require(AccountId account, ProfileId id, String actor) {
        requirePseudonym(account, actor);
        return find(account, id).orElseThrow(() -> new Refused("profile.unknown"));
    }

    Optional<HeldProfile> find(AccountId account, ProfileId id) {
        return profiles.held(id).filter(profile -> owners.owns(account, profile.service(), id));
    }

    static void requirePseudonym(AccountId owner, String actor) {
        if (actor.equals(owner.toString()))
            throw new IllegalArgumentException("the actor of an act inside a profile is the profile");
    }
}
