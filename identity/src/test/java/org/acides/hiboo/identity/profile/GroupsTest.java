package org.acides.hiboo.identity.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.acides.hiboo.catalog.api.GroupRef;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.RequiredGroupsSet;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.commands.AddToGroup;
import org.acides.hiboo.identity.api.commands.CreateGroup;
import org.acides.hiboo.identity.api.commands.DissolveGroup;
import org.acides.hiboo.identity.api.commands.OfferProfile;
import org.acides.hiboo.identity.api.commands.RemoveFromGroup;
import org.acides.hiboo.identity.api.commands.WantProfile;
import org.acides.hiboo.identity.api.queries.FindGroupMembers;
import org.acides.hiboo.identity.api.queries.FindGroups;
import org.acides.hiboo.identity.api.queries.GroupMember;
import org.acides.hiboo.identity.api.queries.GroupRow;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.Test;

/** A service may let in members of groups alone. */
class GroupsTest extends PolicyLife {

    private GroupId group() {
        GroupId id = GroupId.random();
        commands.send(new CreateGroup(id, name()), ADMIN);
        return id;
    }

    private void add(GroupId group, AccountId account) {
        commands.send(new AddToGroup(group, accounts.find(account).orElseThrow().loginName()), ADMIN);
    }

    private void require(ServiceRef service, GroupId... groups) {
        List<GroupRef> all =
                Stream.of(groups).map(group -> new GroupRef(group.value())).toList();
        catalogue.publish(new RequiredGroupsSet(new ServiceId(service.value()), all, Instant.EPOCH));
    }

    @Test
    void onlyMembersOfARequiredGroupMakeAskForOrReceiveAProfile() {
        ServiceRef service = service(ProfilePolicy.OPEN, 2);
        ServiceRef managed = service(ProfilePolicy.MANAGED, 2);
        ServiceRef reserved = service(ProfilePolicy.RESERVED, 2);
        GroupId group = group();
        AccountId inside = register();
        AccountId outside = register();
        add(group, inside);
        for (ServiceRef each : List.of(service, managed, reserved)) require(each, group(), group);
        refused(() -> create(outside, service, name()), "service.group-required");
        refused(() -> request(outside, managed, name()), "service.group-required");
        String gift = gift(reserved);
        refused(() -> accept(outside, reserved, name(), gift), "service.group-required");
        ProfileId id = create(inside, service, name());
        request(inside, managed, name());
        accept(inside, reserved, name(), gift);
        String code = commands.send(new OfferProfile(id, inside), itself(id));
        refused(
                () -> commands.send(new WantProfile(code, outside), new Actor(outside.toString(), "MEMBER")),
                "service.group-required");
        require(service);
        create(outside, service, name());
    }

    @Test
    void groupsAreNamedOnceAndDissolvedEmptyAndUnrequired() {
        String name = name();
        GroupId id = GroupId.random();
        commands.send(new CreateGroup(id, name), ADMIN);
        commands.send(new CreateGroup(id, name), ADMIN);
        refused(() -> commands.send(new CreateGroup(GroupId.random(), name), ADMIN), "group.name-taken");
        refused(() -> commands.send(new CreateGroup(GroupId.random(), " "), ADMIN), "group.name-malformed");
        AccountId account = register();
        add(id, account);
        add(id, account);
        assertThat(all(new FindGroupMembers(id), GroupMember.class))
                .extracting(GroupMember::accountId)
                .containsExactly(account);
        refused(() -> commands.send(new DissolveGroup(id), ADMIN), "group.not-empty");
        commands.send(new RemoveFromGroup(id, account), ADMIN);
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        require(service, id);
        refused(() -> commands.send(new DissolveGroup(id), ADMIN), "group.required");
        require(service);
        commands.send(new DissolveGroup(id), ADMIN);
        assertThat(all(new FindGroups(), GroupRow.class))
                .extracting(GroupRow::groupId)
                .doesNotContain(id);
        refused(() -> add(id, account), "group.unknown");
    }

    @Test
    void managersFillTheGroupsThatTheirServicesRequireAndNoOthers() {
        ServiceRef service = service(ProfilePolicy.OPEN, 1);
        AccountId manager = register();
        entrust(manager, service);
        Actor acting = new Actor(manager.toString(), SignedIn.SERVICE_MANAGER);
        GroupId group = group();
        String login = accounts.find(register()).orElseThrow().loginName();
        refused(() -> commands.send(new AddToGroup(group, login), acting), "service.not-managed");
        require(service, group);
        commands.send(new AddToGroup(group, login), acting);
        refused(() -> commands.send(new AddToGroup(group, "nobody at all"), acting), "account.unknown");
        refused(() -> commands.send(new CreateGroup(GroupId.random(), name()), acting), "service.not-managed");
    }
}
