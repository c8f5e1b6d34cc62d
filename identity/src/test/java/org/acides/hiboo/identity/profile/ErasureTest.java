package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.ownerlink.Partings;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** After its time of grace a profile is erased, and what is left of it. */
class ErasureTest extends EndsLife {

    @Autowired
    Sealer sealer;

    @Autowired
    Partings partings;

    @Test
    void afterItsTimeOfGraceAProfileIsErasedAndItsNameStaysTaken() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        AccountId account = AccountId.random();
        ProfileId id = create(account, service, "modern");
        Sealed<String> sealed = sealer.seal(id.value(), "anything");
        delete(account, id);
        ended(id, GRACE.plusMinutes(1));
        erasure.eraseDue();
        assertThat(sealer.open(sealed, String.class)).isEmpty();
        assertThat(mine(account)).isEmpty();
        refused(() -> undo(account, id), "profile.unknown");
        refused(() -> delete(account, id), "profile.unknown");
        for (String name : List.of("modern", "modem")) refused(() -> create(account, service, name), "username.taken");
        create(account, service(ProfilePolicy.OPEN, 1), "modern");
        for (String table : List.of("profile", "taken_username", "owner_link", "owner_box", "my_history"))
            assertThat(jdbc.sql("SELECT count(*) FROM identity." + table + " t WHERE t::text LIKE ?")
                            .param("%" + id + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
    }

    @Test
    void anErasureThatComesAfterTheDeletionWasUndoneErasesNothing() {
        AccountId account = AccountId.random();
        ProfileId id = create(account, service(ProfilePolicy.OPEN, 1), name());
        delete(account, id);
        undo(account, id);
        commands.send(new EraseProfile(id), ADMIN);
        assertThat(profiles.find(id)).isPresent();
        delete(account, id);
        commands.send(new EraseProfile(id), ADMIN);
        undo(account, id);
        assertThat(profiles.find(id)).isPresent();
    }

    @Test
    void aRefusalThatNobodyPutAwayIsErasedToo() {
        AccountId account = AccountId.random();
        ServiceRef service = service(ProfilePolicy.MANAGED, 1);
        ProfileId id = request(account, service, "camille");
        refuse(id, "no");
        ended(id, GRACE.plusMinutes(1));
        erasure.eraseDue();
        assertThat(mine(account)).isEmpty();
        request(AccountId.random(), service, "camille");
    }

    @Test
    void itsOwnerAloneStillReadsThatAProfileWasErased() {
        AccountId account = register();
        ServiceRef service = service(ProfilePolicy.OPEN, 20);
        for (int i = 0; i < 18; i++) {
            ProfileId id = create(account, service, name());
            delete(account, id);
            ended(id, GRACE.plusMinutes(1));
            erasure.eraseDue();
        }
        assertThat(partings.of(account)).hasSize(18);
        assertThat(partings.of(AccountId.random())).isEmpty();
        assertThat(history(account))
                .filteredOn(row -> row.name().equals("identity.profile-erased"))
                .hasSize(18)
                .allSatisfy(row -> {
                    assertThat(row.service()).isEqualTo(service);
                    assertThat(row.username()).isNull();
                });
        assertThat(jdbc.sql("SELECT count(DISTINCT tag) FROM identity.gone_profile")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(18);
    }
}
