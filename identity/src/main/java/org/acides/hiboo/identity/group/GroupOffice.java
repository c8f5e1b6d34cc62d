package org.acides.hiboo.identity.group;

import java.time.Clock;
import java.util.function.Consumer;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.account.Managers;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.GroupId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.AddToGroup;
import org.acides.hiboo.identity.api.commands.CreateGroup;
import org.acides.hiboo.identity.api.commands.DissolveGroup;
import org.acides.hiboo.identity.api.commands.RemoveFromGroup;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What admins do to groups, and managers to those that a service of theirs requires. */
@Component
class GroupOffice {

    private static final int LONGEST_NAME = 80;

    private final Repository<Group> repository;
    private final Groups groups;
    private final Accounts accounts;
    private final Managers managers;
    private final Clock clock;

    GroupOffice(Repository<Group> repository, Groups groups, Accounts accounts, Managers managers, Clock clock) {
        this.repository = repository;
        this.groups = groups;
        this.accounts = accounts;
        this.managers = managers;
        this.clock = clock;
    }

    @CommandHandler
    void handle(CreateGroup command, @MetaDataValue("role") String role) throws Exception {
        requireAdmin(role);
        String name = command.name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME)
            throw new Refused("group.name-malformed", LONGEST_NAME);
        if (groups.known(command.groupId())) return;
        repository.newInstance(() -> new Group(command.groupId(), name, clock.instant()));
    }

    @CommandHandler
    void handle(DissolveGroup command, @MetaDataValue("role") String role) {
        requireAdmin(role);
        if (!groups.requiring(command.groupId()).isEmpty()) throw new Refused("group.required");
        on(command.groupId(), group -> group.dissolve(clock.instant()));
    }

    @CommandHandler
    void handle(AddToGroup command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        requireKeeper(command.groupId(), new Actor(actor, role));
        String typed = command.loginOrEmail();
        AccountId account = accounts.byLoginName(typed)
                .or(() -> accounts.byEmail(typed))
                .map(AccountState::id)
                .orElseThrow(() -> new Refused("account.unknown"));
        on(command.groupId(), group -> group.add(account, clock.instant()));
    }

    @CommandHandler
    void handle(RemoveFromGroup command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        requireKeeper(command.groupId(), new Actor(actor, role));
        on(command.groupId(), group -> group.remove(command.accountId(), clock.instant()));
    }

    private static void requireAdmin(String role) {
        if (!role.equals(Role.ADMIN.name()) && !role.equals(Actor.SYSTEM)) throw new Refused("service.not-managed");
    }

    private void requireKeeper(GroupId group, Actor actor) {
        boolean keeps = actor.role().equals(Role.ADMIN.name())
                || actor.role().equals(Actor.SYSTEM)
                || groups.requiring(group).stream().anyMatch(service -> managers.answersFor(service, actor));
        if (!keeps) throw new Refused("service.not-managed");
    }

    private void on(GroupId id, Consumer<Group> act) {
        if (!groups.known(id)) throw new Refused("group.unknown");
        repository.load(id.toString()).execute(act);
    }
}
