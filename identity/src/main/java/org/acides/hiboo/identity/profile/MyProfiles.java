package org.acides.hiboo.identity.profile;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindMyProfiles;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.identity.api.queries.MyProfile.Standing;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers members about their own profiles. */
@Component
public class MyProfiles {

    private final Profiles profiles;
    private final ProfileChoices choices;
    private final ProfileErasure erasure;
    private final Offers offers;
    private final Sealer sealer;

    MyProfiles(Profiles profiles, ProfileChoices choices, ProfileErasure erasure, Offers offers, Sealer sealer) {
        this.profiles = profiles;
        this.choices = choices;
        this.erasure = erasure;
        this.offers = offers;
        this.sealer = sealer;
    }

    @QueryHandler
    List<MyProfile> handle(FindMyProfiles query) {
        Map<ServiceRef, Optional<ProfileId>> chosen = new HashMap<>();
        return profiles.held(query.accountId()).stream()
                .map(profile -> mine(
                        profile,
                        chosen.computeIfAbsent(
                                        profile.service(), service -> choices.remembered(query.accountId(), service))
                                .filter(profile.id()::equals)
                                .isPresent()))
                .toList();
    }

    /** @param profile of whoever is told */
    public MyProfile mine(HeldProfile profile, boolean remembered) {
        Instant ended = profile.contested() ? null : profile.endedAt();
        return new MyProfile(
                profile.id(),
                profile.service(),
                profile.username(),
                profile.alias(),
                standing(profile),
                reason(profile),
                remembered,
                profile.createdAt(),
                ended == null ? null : ended.plus(erasure.grace()),
                offers.of(profile.id()));
    }

    private String reason(HeldProfile profile) {
        String box = profile.reason();
        if (box == null || profile.contested()) return "";
        return sealer.open(new Sealed<String>(profile.id().value(), box), String.class)
                .orElse("");
    }

    private static Standing standing(HeldProfile profile) {
        if (profile.contested()) return Standing.CONTESTED;
        return switch (profile.state()) {
            case REQUESTED -> Standing.REQUESTED;
            case REFUSED -> Standing.REFUSED;
            case DELETED -> Standing.DELETED;
            case LOCKED -> throw new IllegalStateException("a locked profile is nobody's");
            case LIVE ->
                profile.suspended() ? Standing.SUSPENDED : profile.leaving() ? Standing.LEAVING : Standing.LIVE;
        };
    }
}
