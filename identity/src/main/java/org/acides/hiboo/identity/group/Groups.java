package org.acides.hiboo.identity.group;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.events.GroupCreated;
import org.acides.hiboo.identity.api.events.GroupDissolved;
import org.acides.hiboo.identity.api.events.GroupJoined;
import org.acides.hiboo.identity.api.events.GroupLeft;
import org.acides.hiboo.identity.api.queries.FindGroupMembers;
import org.acides.hiboo.identity.api.queries.FindGroups;
import org.acides.hiboo.identity.api.queries.GroupMember;
import org.acides.hiboo.identity.api.queries.GroupRow;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group, in the transaction of the groups' own events. */
@Component
@ProcessingGroup("lookup.identity.group")
public class Groups {

    private final JdbcClient jdbc;

    Groups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the account is in one of the groups that the service requires, if it requires any. */
    public boolean admit(AccountId account, Service service) {
        return service.groups().isEmpty() || isInOne(account, service.groups());
    }

    public boolean isInOne(AccountId account, Collection<GroupId> groups) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM identity.group_member WHERE account_id = ? AND group_id = ANY(?))")
                .params(account.value(), ids(groups))
                .query(Boolean.class)
                .single();
    }

    /** Every account in one of the groups, once. */
    public List<AccountId> members(Collection<GroupId> groups) {
        return jdbc
                .sql("SELECT DISTINCT account_id FROM identity.group_member WHERE group_id = ANY(?)")
                .param(ids(groups))
                .query(UUID.class)
                .list()
                .stream()
                .map(AccountId::new)
                .toList();
    }

    boolean known(GroupId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.account_group WHERE group_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Services that require the group. */
    public List<ServiceRef> requiring(GroupId id) {
        return jdbc
                .sql("SELECT service_id FROM identity.service WHERE ? = ANY(groups)")
                .param(id.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ServiceRef::new)
                .toList();
    }

    @QueryHandler
    List<GroupRow> handle(FindGroups query) {
        return jdbc.sql(
                        "SELECT g.group_id, g.name, count(m.account_id) FROM identity.account_group g"
                                + " LEFT JOIN identity.group_member m USING (group_id) GROUP BY g.group_id ORDER BY g.name_folded")
                .query((row, number) ->
                        new GroupRow(new GroupId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3)))
                .list();
    }

    @QueryHandler
    List<GroupMember> handle(FindGroupMembers query) {
        return jdbc.sql(
                        "SELECT account_id, login_name FROM identity.group_member JOIN identity.account USING (account_id)"
                                + " WHERE group_id = ? ORDER BY login_folded LIMIT 500")
                .param(query.groupId().value())
                .query((row, number) -> new GroupMember(new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    @EventHandler
    void on(GroupCreated event) {
        int made = jdbc.sql("INSERT INTO identity.account_group (group_id, name, name_folded) VALUES (?, ?, ?)"
                        + " ON CONFLICT (name_folded) DO NOTHING")
                .params(event.groupId().value(), event.name(), event.name().toLowerCase(Locale.ROOT))
                .update();
        if (made == 0) throw new Refused("group.name-taken");
    }

    @EventHandler
    void on(GroupDissolved event) {
        jdbc.sql("DELETE FROM identity.account_group WHERE group_id = ?")
                .param(event.groupId().value())
                .update();
    }

    @EventHandler
    void on(GroupJoined event) {
        jdbc.sql("INSERT INTO identity.group_member (group_id, account_id) VALUES (?, ?)")
                .params(event.groupId().value(), event.accountId().value())
                .update();
    }

    @EventHandler
    void on(GroupLeft event) {
        jdbc.sql("DELETE FROM identity.group_member WHERE group_id = ? AND account_id = ?")
                .params(event.groupId().value(), event.accountId().value())
                .update();
    }

    private static UUID[] ids(Collection<GroupId> groups) {
        return groups.stream().map(GroupId::value).toArray(UUID[]::new);
    }
}
