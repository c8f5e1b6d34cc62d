package org.acides.hiboo.identity.profile;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.ProfileCreated;
import org.acides.hiboo.identity.api.events.ProfileDeleted;
import org.acides.hiboo.identity.api.events.ProfileRenamed;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ProfileId ID = ProfileId.random();
    private static final Sealed<String> OTHER_NAME = new Sealed<>(ID.value(), "other");
    private static final ProfileCreated CREATED = new ProfileCreated(
            ID,
            ServiceRef.random(),
            new Sealed<AccountId>(ID.value(), "owner"),
            new Sealed<>(ID.value(), "name"),
            new Sealed<>(ID.value(), "alias"),
            NOW);

    record Make(@TargetAggregateIdentifier ProfileId id) {}

    record Rename(@TargetAggregateIdentifier ProfileId id) {}

    record Delete(@TargetAggregateIdentifier ProfileId id) {}

    /** Hands over what {@link ProfileCommands} does once it has seen to ownership and the service's rules. */
    record Hand(Repository<Profile> repository) {
        @CommandHandler
        void on(Make make) throws Exception {
            repository.newInstance(() -> new Profile(
                    make.id(), CREATED.service(), CREATED.owner(), CREATED.username(), CREATED.alias(), NOW));
        }

        @CommandHandler
        void on(Rename rename) {
            repository.load(rename.id().toString()).execute(profile -> profile.rename(OTHER_NAME, NOW));
        }

        @CommandHandler
        void on(Delete delete) {
            repository.load(delete.id().toString()).execute(profile -> profile.delete(NOW));
        }
    }

    private FixtureConfiguration<Profile> profile;

    @BeforeEach
    void aFixture() {
        profile = new AggregateTestFixture<>(Profile.class);
        profile.registerAnnotatedCommandHandler(new Hand(profile.getRepository()));
    }

    @Test
    void aProfileBegins() {
        profile.givenNoPriorActivity().when(new Make(ID)).expectEvents(CREATED);
    }

    @Test
    void aProfileIsRenamed() {
        profile.given(CREATED).when(new Rename(ID)).expectEvents(new ProfileRenamed(ID, OTHER_NAME, NOW));
    }

    @Test
    void aProfileIsDeleted() {
        profile.given(CREATED).when(new Delete(ID)).expectEvents(new ProfileDeleted(ID, NOW));
    }

    @Test
    void aDeletedProfileIsUnknown() {
        for (Object command : new Object[] {new Rename(ID), new Delete(ID)}) {
            aFixture();
            profile.given(CREATED, new ProfileDeleted(ID, NOW))
                    .when(command)
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectException(
                            org.hamcrest.Matchers.hasProperty("message", org.hamcrest.Matchers.is("profile.unknown")));
        }
    }
}
