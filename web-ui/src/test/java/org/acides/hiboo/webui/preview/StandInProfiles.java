package org.acides.hiboo.webui.preview;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.CreateProfile;
import org.acides.hiboo.identity.api.commands.DeleteProfile;
import org.acides.hiboo.identity.api.commands.ForgetProfileChoice;
import org.acides.hiboo.identity.api.commands.RenameProfile;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.FindMyProfiles;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Profiles in memory, whoever asks. Identity's own handlers take its place. */
@Component
class StandInProfiles {

    private static final List<String> HAPPENED = List.of(
            "identity.profile-created",
            "identity.password-changed",
            "identity.profile-renamed",
            "identity.role-granted",
            "identity.profile-deleted",
            "identity.email-verified",
            "identity.account-registered");

    private final Map<ProfileId, MyProfile> profiles = new ConcurrentHashMap<>();
    private final Clock clock;

    StandInProfiles(Clock clock) {
        this.clock = clock;
        put(ProfileId.random(), "mastodon", "hulotte", true);
        put(ProfileId.random(), "mastodon", "plume_noire", false);
        put(ProfileId.random(), "wiki", "chouette_du_bois", false);
    }

    private void put(ProfileId id, String slug, String username, boolean remembered) {
        put(id, new ServiceRef(Community.id(slug).value()), username, remembered, clock.instant());
    }

    private void put(ProfileId id, ServiceRef service, String username, boolean remembered, Instant at) {
        String alias = id.toString().substring(0, 8) + "@alias.hulotte.example";
        profiles.put(id, new MyProfile(id, service, username, alias, remembered, at));
    }

    @QueryHandler
    List<MyProfile> handle(FindMyProfiles query) {
        return profiles.values().stream()
                .sorted(Comparator.comparing(MyProfile::createdAt))
                .toList();
    }

    @QueryHandler
    List<MyHistoryRow> handle(FindMyHistory query) {
        return IntStream.range(query.offset(), Math.min(query.offset() + query.limit(), 500))
                .mapToObj(number -> new MyHistoryRow(
                        clock.instant().minusSeconds(4000L * number),
                        HAPPENED.get(number % HAPPENED.size()),
                        new ServiceRef(Community.id("mastodon").value()),
                        "plume_noire",
                        number % HAPPENED.size() != 3))
                .toList();
    }

    @CommandHandler
    void handle(CreateProfile command) {
        if (Set.of("hulotte", "plume").contains(command.username())) throw new Refused("username.taken");
        put(command.profileId(), command.service(), command.username(), false, clock.instant());
    }

    @CommandHandler
    void handle(RenameProfile command) {
        MyProfile before = profiles.get(command.profileId());
        if (before == null) throw new Refused("profile.unknown");
        put(before.profileId(), before.service(), command.username(), before.remembered(), before.createdAt());
    }

    @CommandHandler
    void handle(DeleteProfile command) {
        if (profiles.remove(command.profileId()) == null) throw new Refused("profile.unknown");
    }

    @CommandHandler
    void handle(ForgetProfileChoice command) {
        profiles.replaceAll((id, before) -> before.service().equals(command.service())
                ? new MyProfile(id, before.service(), before.username(), before.alias(), false, before.createdAt())
                : before);
    }
}
