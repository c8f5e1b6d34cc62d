package org.acides.hiboo.identity.migration;

import java.util.List;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ContestOutcome;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.DecideContest;
import org.acides.hiboo.identity.api.queries.ContestRow;
import org.acides.hiboo.identity.api.queries.FindContests;
import org.acides.hiboo.identity.api.queries.FindMyContests;
import org.acides.hiboo.identity.api.queries.MyContest;
import org.acides.hiboo.infrastructure.api.Actor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An old account that somebody claimed, and somebody else who knows its password too. */
abstract class ContestLife extends MigrationLife {

    @Autowired
    Claims claims;

    @Autowired
    QueryGateway queries;

    ServiceRef service;
    String handle;
    AccountId first;
    AccountId second;
    ProfileId profile;

    @BeforeEach
    void somebodyClaimed() {
        service = service(ProfilePolicy.OPEN, 1);
        handle = name();
        imported(service, handle);
        first = member();
        second = member();
        profile = claims.byPassword(first, service, handle, OLD_PASSWORD);
    }

    final AccountId whoHasOneThere() {
        AccountId account = member();
        create(account, service, name());
        return account;
    }

    final ProfileId contest(AccountId account, String statement) {
        return claims.byPassword(account, service, handle, OLD_PASSWORD, statement);
    }

    final void decide(ContestOutcome outcome) {
        commands.send(new DecideContest(profile, outcome, "So be it."), ADMIN);
    }

    final List<ContestRow> waiting() {
        return queries
                .query(new FindContests(null), ResponseTypes.multipleInstancesOf(ContestRow.class))
                .join()
                .stream()
                .filter(row -> row.service().equals(service))
                .toList();
    }

    final List<MyContest> mine(AccountId account) {
        return queries.query(new FindMyContests(account), ResponseTypes.multipleInstancesOf(MyContest.class))
                .join();
    }

    final Actor itself() {
        return new Actor(profile.toString(), "MEMBER");
    }

    static void no(ThrowingCallable asked, String code) {
        refused(asked, code);
    }
}
