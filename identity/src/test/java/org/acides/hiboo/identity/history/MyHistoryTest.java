package org.acides.hiboo.identity.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.account.AccountLife;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.queries.FindMyHistory;
import org.acides.hiboo.identity.api.queries.MyHistoryRow;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MyHistoryTest extends AccountLife {

    @Autowired
    QueryGateway queries;

    private List<MyHistoryRow> history(AccountId account, int offset, int limit) {
        return queries.query(
                        new FindMyHistory(account, offset, limit),
                        ResponseTypes.multipleInstancesOf(MyHistoryRow.class))
                .join();
    }

    @Test
    void aMemberReadsWhatHappenedToTheirAccountAndProfilesNewestFirst() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        rules(service, new UsernameRules("[a-z0-9]+", 3, 30, List.of(), true));
        AccountId account = register();
        String first = name();
        String second = name();
        ProfileId profile = create(account, service, first);
        rename(account, profile, second);
        commands.send(new GrantRole(account, Role.MODERATOR), ADMIN);
        create(AccountId.random(), service, name());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(history(account, 0, 200)).hasSize(5));
        List<MyHistoryRow> rows = history(account, 0, 200);
        assertThat(rows)
                .extracting(MyHistoryRow::name)
                .containsExactly(
                        "identity.role-granted",
                        "identity.profile-renamed",
                        "identity.profile-created",
                        "identity.terms-accepted",
                        "identity.account-registered");
        assertThat(rows).extracting(MyHistoryRow::byMe).containsExactly(false, true, true, true, true);
        assertThat(rows).extracting(MyHistoryRow::username).containsExactly(null, second, first, null, null);
        assertThat(rows).extracting(MyHistoryRow::service).containsExactly(null, service, service, null, null);
        assertThat(history(account, 1, 2)).isEqualTo(rows.subList(1, 3));
        assertThat(history(AccountId.random(), 0, 200)).isEmpty();
    }

    @Test
    void noRowNamesAnAccount() {
        AccountId account = register();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(history(account, 0, 200)).hasSize(2));
        assertThat(jdbc.sql("SELECT count(*) FROM identity.my_history h WHERE h::text LIKE ?")
                        .param("%" + account + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
