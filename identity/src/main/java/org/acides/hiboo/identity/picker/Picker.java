package org.acides.hiboo.identity.picker;

import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.profile.PickedProfile;
import org.acides.hiboo.identity.profile.ProfileChoices;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands on the picker, and what picking does. */
@Component
class Picker {

    private static final int SHOWN_AGAIN = 200;

    private final Profiles profiles;
    private final OwnerLinks owners;
    private final ProfileChoices choices;
    private final PickedProfile picked;
    private final Commands commands;

    Picker(Profiles profiles, OwnerLinks owners, ProfileChoices choices, PickedProfile picked, Commands commands) {
        this.profiles = profiles;
        this.owners = owners;
        this.choices = choices;
        this.picked = picked;
        this.commands = commands;
    }

    Choice show(SignedIn who, Service service, Onward onward) {
        return show(who, service, onward, ProfileId.random(), "", null);
    }

    /** The page again after a refusal, with what was typed. */
    Choice show(
            SignedIn who, Service service, Onward onward, ProfileId fresh, String typed, @Nullable Refused refusal) {
        ProfileId remembered = choices.remembered(who.account(), service.id()).orElse(null);
        List<Card> cards = service.open()
                ? profiles.of(who.account(), service.id()).stream()
                        .map(profile -> Card.of(profile, profile.id().equals(remembered)))
                        .toList()
                : List.of();
        int room = service.joinable() ? Math.max(0, service.quota() - cards.size()) : 0;
        return new Choice(
                service,
                onward.given() ? onward.toString() : "",
                cards,
                room,
                why(service),
                fresh,
                typed.length() > SHOWN_AGAIN ? typed.substring(0, SHOWN_AGAIN) : typed,
                refusal == null ? null : "refused." + refusal.code(),
                refusal == null ? new Object[0] : refusal.arguments().toArray());
    }

    private static @Nullable String why(Service service) {
        return switch (service.state()) {
            case CLOSED -> "picker.closed";
            case RETIRED -> "picker.retired";
            case OPEN ->
                switch (service.policy()) {
                    case OPEN, BURST -> null;
                    case MANAGED -> "picker.managed";
                    case RESERVED -> "picker.reserved";
                    case LOCKED -> "picker.locked";
                };
        };
    }

    /**
     * @return where the person goes on to
     * @throws Refused {@code profile.unknown} when it is not theirs, {@code service.not-open}
     */
    Onward pick(SignedIn who, Service service, ProfileId profile, boolean remember, Onward onward) {
        if (!service.open()) throw new Refused("service.not-open");
        if (!owners.owns(who.account(), service.id(), profile)) throw new Refused("profile.unknown");
        if (remember) choices.remember(who.account(), service.id(), profile);
        else choices.forget(who.account(), service.id());
        return onward.given() ? onward.with("picked", picked.sign(who, service.id(), profile)) : onward;
    }

    /** @throws Refused as {@link CreateProfile} says */
    Onward create(SignedIn who, Service service, ProfileId fresh, String username, boolean remember, Onward onward) {
        commands.send(
                new CreateProfile(fresh, service.id(), who.account(), username),
                new Actor(fresh.toString(), Role.MEMBER.name()));
        return pick(who, service, fresh, remember, onward);
    }

    /**
     * The identifier for a profile of that name: the one that the form came with, so that a form sent twice makes one
     * profile, unless it went to another profile since, as it does when somebody goes back and types another name.
     */
    ProfileId identifier(ProfileId fresh, String username) {
        if (!profiles.known(fresh)) return fresh;
        return profiles.find(fresh)
                .filter(made -> made.username().equals(username))
                .map(LiveProfile::id)
                .orElseGet(ProfileId::random);
    }
}
