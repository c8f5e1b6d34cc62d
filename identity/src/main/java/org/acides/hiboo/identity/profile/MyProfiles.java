package org.acides.hiboo.identity.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.queries.FindMyProfiles;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers members about their own profiles. */
@Component
class MyProfiles {

    private final Profiles profiles;
    private final ProfileChoices choices;

    MyProfiles(Profiles profiles, ProfileChoices choices) {
        this.profiles = profiles;
        this.choices = choices;
    }

    @QueryHandler
    List<MyProfile> handle(FindMyProfiles query) {
        Map<ServiceRef, Optional<ProfileId>> chosen = new HashMap<>();
        return profiles.of(query.accountId()).stream()
                .map(profile -> new MyProfile(
                        profile.id(),
                        profile.service(),
                        profile.username(),
                        profile.alias(),
                        chosen.computeIfAbsent(
                                        profile.service(), service -> choices.remembered(query.accountId(), service))
                                .filter(profile.id()::equals)
                                .isPresent(),
                        profile.createdAt()))
                .toList();
    }
}
