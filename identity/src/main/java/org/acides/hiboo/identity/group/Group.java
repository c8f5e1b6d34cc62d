package org.acides.hiboo.identity.group;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.events.GroupCreated;
import org.acides.hiboo.identity.api.events.GroupDissolved;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Accounts that have something in common. Asking for what is so already changes nothing. */
@Aggregate
public class Group {

    @AggregateIdentifier
    private @Nullable GroupId id;

    private final Set<AccountId> members = new HashSet<>();
    private boolean dissolved;

    /** For Axon, which then applies the group's events. */
    Group() {}

    Group(GroupId id, String name, Instant now) {
        AggregateLifecycle.apply(new GroupCreated(id, name, now));
    }

    void add(AccountId account, Instant now) {
        GroupId group = known();
        if (!members.contains(account)) AggregateLifecycle.apply(new GroupJoined(group, account, now));
    }

    void remove(AccountId account, Instant now) {
        GroupId group = known();
        if (members.contains(account)) AggregateLifecycle.apply(new GroupLeft(group, account, now));
    }

    /** @throws Refused {@code group.not-empty} */
    void dissolve(Instant now) {
        GroupId group = known();
        if (!members.isEmpty()) throw new Refused("group.not-empty");
        AggregateLifecycle.apply(new GroupDissolved(group, now));
    }

    private GroupId known() {
        if (id == null || dissolved) throw new Refused("group.unknown");
        return id;
    }

    @EventSourcingHandler
    void on(GroupCreated event) {
        id = event.groupId();
    }

    @EventSourcingHandler
    void on(GroupJoined event) {
        members.add(event.accountId());
    }

    @EventSourcingHandler
    void on(GroupLeft event) {
        members.remove(event.accountId());
    }

    @EventSourcingHandler
    void on(GroupDissolved event) {
        dissolved = true;
    }
}
