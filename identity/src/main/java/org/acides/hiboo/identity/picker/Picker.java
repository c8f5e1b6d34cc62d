package org.acides.hiboo.identity.picker;

import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.RequestProfile;
import org.acides.hiboo.identity.api.commands.WithdrawProfileRequest;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.group.Groups;
import org.acides.hiboo.identity.picker.Choice.Typed;
import org.acides.hiboo.identity.profile.AcceptGift;
import org.acides.hiboo.identity.profile.Gifts;
import org.acides.hiboo.identity.profile.HeldProfile;
import org.acides.hiboo.identity.profile.MyProfiles;
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

    private final Profiles profiles;
    private final MyProfiles mine;
    private final ProfileChoices choices;
    private final PickedProfile picked;
    private final Gifts gifts;
    private final Groups groups;
    private final Commands commands;

    Picker(
            Profiles profiles,
            MyProfiles mine,
            ProfileChoices choices,
            PickedProfile picked,
            Gifts gifts,
            Groups groups,
            Commands commands) {
        this.profiles = profiles;
        this.mine = mine;
        this.choices = choices;
        this.picked = picked;
        this.gifts = gifts;
        this.groups = groups;
        this.commands = commands;
    }

    /** Whether the gift's secret makes a profile on the service now. */
    boolean holds(String gift, Service service) {
        return gifts.usable(gift, service.id());
    }

    /** The page, after a refusal with what was typed. */
    Choice show(SignedIn who, Service service, Onward onward, ProfileId fresh, Typed typed, @Nullable Refused refusal) {
        ProfileId remembered = choices.remembered(who.account(), service.id()).orElse(null);
        List<HeldProfile> held = profiles.held(who.account(), service.id());
        boolean admitted = groups.admit(who.account(), service);
        boolean gift = gifts.usable(typed.gift(), service.id());
        return new Choice(
                service,
                onward.given() ? onward.toString() : "",
                held.stream()
                        .filter(profile -> service.open() && admitted && profile.enters())
                        .map(profile -> Card.of(profile, profile.id().equals(remembered)))
                        .toList(),
                aside(held),
                admitted ? Way.of(service, held, gift) : Way.NONE,
                !admitted ? "picker.group-required" : gift ? null : Way.why(service, held),
                fresh,
                typed.shortened(),
                refusal == null ? null : "refused." + refusal.code(),
                refusal == null ? new Object[0] : refusal.arguments().toArray());
    }

    private List<MyProfile> aside(List<HeldProfile> held) {
        return held.stream()
                .filter(profile -> !profile.enters() && profile.state() != HeldProfile.State.DELETED)
                .map(profile -> mine.mine(profile, false))
                .toList();
    }

    /**
     * @return where the person goes on to
     * @throws Refused {@code profile.unknown} when it is not theirs or may not enter, {@code service.not-open},
     *     {@code service.group-required}
     */
    Onward pick(SignedIn who, Service service, ProfileId profile, boolean remember, Onward onward) {
        if (!service.open()) throw new Refused("service.not-open");
        if (!groups.admit(who.account(), service)) throw new Refused("service.group-required");
        if (profiles.find(who.account(), service.id(), profile).isEmpty()) throw new Refused("profile.unknown");
        if (remember) choices.remember(who.account(), service.id(), profile);
        else choices.forget(who.account(), service.id());
        return onward.given() ? onward.with("picked", picked.sign(who, service.id(), profile)) : onward;
    }

    /** @throws Refused as {@link CreateProfile} and {@link AcceptGift} say */
    Onward create(SignedIn who, Service service, ProfileId fresh, Typed typed, boolean remember, Onward onward) {
        AccountId account = who.account();
        Object command = typed.gift().isEmpty()
                ? new CreateProfile(fresh, service.id(), account, typed.username())
                : new AcceptGift(fresh, service.id(), account, typed.username(), typed.gift());
        commands.send(command, itself(fresh));
        return pick(who, service, fresh, remember, onward);
    }

    /** @throws Refused as {@link RequestProfile} says */
    void request(SignedIn who, Service service, ProfileId fresh, Typed typed) {
        commands.send(
                new RequestProfile(fresh, service.id(), who.account(), typed.username(), typed.message()),
                itself(fresh));
    }

    /** @throws Refused as {@link WithdrawProfileRequest} says */
    void withdraw(SignedIn who, ProfileId profile) {
        commands.send(new WithdrawProfileRequest(profile, who.account()), itself(profile));
    }

    /**
     * The identifier for a profile of that name: the one that the form came with, so that a form sent twice makes one
     * profile, unless it went to another profile since, as it does when somebody goes back and types another name.
     */
    ProfileId identifier(ProfileId fresh, String username) {
        if (!profiles.known(fresh)) return fresh;
        return profiles.held(fresh)
                .filter(made -> made.username().equals(username))
                .map(HeldProfile::id)
                .orElseGet(ProfileId::random);
    }

    private static Actor itself(ProfileId profile) {
        return new Actor(profile.toString(), Role.MEMBER.name());
    }
}
