package org.acides.hiboo.identity.profile;

import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceState;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.group.Groups;
import org.acides.hiboo.identity.ownerlink.Departures;
import org.acides.hiboo.identity.ownerlink.OwnerLinks;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/**
 * Whether an account may have one more profile on a service, by the service's policy and quota. What it lets pass stays true
 * until the caller's transaction ends.
 */
@Component
class Joining {

    /** Beyond the quota, one at a time may be asked for. */
    private static final int WAITING_BEYOND_QUOTA = 1;

    private final Services services;
    private final OwnerLinks owners;
    private final Profiles profiles;
    private final Departures departures;
    private final Groups groups;

    Joining(Services services, OwnerLinks owners, Profiles profiles, Departures departures, Groups groups) {
        this.services = services;
        this.owners = owners;
        this.profiles = profiles;
        this.departures = departures;
        this.groups = groups;
    }

    /** @throws Refused {@code service.unknown}, {@code service.not-open}, {@code service.group-required} */
    Service open(AccountId account, ServiceRef id) {
        Service service = open(id);
        if (!groups.admit(account, service)) throw new Refused("service.group-required");
        return service;
    }

    /** @throws Refused {@code service.unknown}, {@code service.not-open} */
    Service open(ServiceRef id) {
        Service service = services.find(id).orElseThrow(() -> new Refused("service.unknown"));
        if (!service.open()) throw new Refused("service.not-open");
        return service;
    }

    /**
     * What takes the place of a profile that its owner fled from is made at once under every policy, and fills the place that
     * the other had.
     *
     * @throws Refused what {@link #open} says, {@code profile.by-approval-only}, {@code profile.quota-reached} (quota)
     */
    Service atOnce(AccountId account, ServiceRef id) {
        Service service = open(account, id);
        if (departures.replaceOne(account, id)) return service;
        if (!service.joinable()) throw new Refused("profile.by-approval-only");
        owners.requireRoom(account, id, service.quota());
        return service;
    }

    /** @throws Refused what {@link #open} says, {@code profile.locked}, {@code profile.quota-reached} (quota) */
    Service byGift(AccountId account, ServiceRef id) {
        Service service = open(account, id);
        requireUnlocked(service);
        owners.requireRoom(account, id, service.quota());
        return service;
    }

    /**
     * @throws Refused what {@link #open} says, {@code profile.not-on-request}, {@code profile.at-once}, {@code
     *     profile.request-waiting}, {@code profile.quota-reached} (quota)
     */
    Service onRequest(AccountId account, ServiceRef id) {
        Service service = open(account, id);
        switch (service.policy()) {
            case MANAGED -> owners.requireRoom(account, id, service.quota());
            case BURST -> requireOneBeyond(account, service);
            case OPEN, RESERVED, LOCKED -> throw new Refused("profile.not-on-request");
        }
        return service;
    }

    /**
     * Policies say how new profiles come to be, and stop no old one; a service that has not opened yet may be claimed from.
     *
     * @throws Refused {@code service.unknown} (also retired), {@code service.group-required}, {@code profile.quota-reached}
     *     (quota)
     */
    void byClaim(AccountId account, ServiceRef id) {
        byClaim(account, id, 0);
    }

    /** @param others for how many more there has to be room */
    Service byClaim(AccountId account, ServiceRef id, int others) {
        Service service = services.find(id)
                .filter(known -> known.state() != ServiceState.RETIRED)
                .orElseThrow(() -> new Refused("service.unknown"));
        if (!groups.admit(account, service)) throw new Refused("service.group-required");
        if (owners.counting(account, id) + others >= service.quota())
            throw new Refused("profile.quota-reached", service.quota());
        return service;
    }

    static void requireUnlocked(Service service) {
        if (service.policy() == ProfilePolicy.LOCKED) throw new Refused("profile.locked");
    }

    private void requireOneBeyond(AccountId account, Service service) {
        if (owners.counting(account, service.id()) < service.quota()) throw new Refused("profile.at-once");
        long waiting = profiles.held(account, service.id()).stream()
                .filter(profile -> profile.state() == HeldProfile.State.REQUESTED)
                .count();
        if (waiting >= WAITING_BEYOND_QUOTA) throw new Refused("profile.request-waiting");
    }
}
