package org.acides.hiboo.identity.account;

import java.time.Clock;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.commands.BlockAccount;
import org.acides.hiboo.identity.api.commands.EntrustService;
import org.acides.hiboo.identity.api.commands.GrantRole;
import org.acides.hiboo.identity.api.commands.RevokeRole;
import org.acides.hiboo.identity.api.commands.TakeServiceBack;
import org.acides.hiboo.identity.api.commands.UnblockAccount;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.identity.session.Sessions;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What admins do to accounts. Who could take the last admin away waits in line. */
@Component
class AccountOffice {

    private static final int LONGEST_REASON = 2_000;

    private final Repository<Account> repository;
    private final Accounts accounts;
    private final Admins admins;
    private final FirstAdminLink link;
    private final Sessions sessions;
    private final Services services;
    private final Sealer sealer;
    private final Clock clock;

    AccountOffice(
            Repository<Account> repository,
            Accounts accounts,
            Admins admins,
            FirstAdminLink link,
            Sessions sessions,
            Services services,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.admins = admins;
        this.link = link;
        this.sessions = sessions;
        this.services = services;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(BlockAccount command) {
        String reason = command.reason().strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON)
            throw new Refused("account.reason-malformed", LONGEST_REASON);
        admins.lock();
        AccountId id = require(command.accountId());
        admins.requireAnotherThan(id);
        var why = sealer.seal(id.value(), reason);
        on(id, account -> account.block(why, clock.instant()));
        sessions.endAll(id, null);
    }

    @CommandHandler
    void handle(UnblockAccount command) {
        on(require(command.accountId()), account -> account.unblock(clock.instant()));
    }

    @CommandHandler
    void handle(GrantRole command) {
        on(require(command.accountId()), account -> account.grant(command.role(), clock.instant()));
    }

    @CommandHandler
    void handle(RevokeRole command) {
        admins.lock();
        AccountId id = require(command.accountId());
        if (command.role() == Role.ADMIN) admins.requireAnotherThan(id);
        on(id, account -> account.revoke(command.role(), clock.instant()));
    }

    @CommandHandler
    void handle(EntrustService command) {
        if (services.find(command.service()).isEmpty()) throw new Refused("service.unknown");
        on(require(command.accountId()), account -> account.entrust(command.service(), clock.instant()));
    }

    @CommandHandler
    void handle(TakeServiceBack command) {
        on(require(command.accountId()), account -> account.takeBack(command.service(), clock.instant()));
    }

    @CommandHandler
    void handle(MakeFirstAdmin command) {
        admins.lock();
        AccountId id = require(command.accountId());
        if (!link.opens(command.secret())) throw new Refused("first-admin.gone");
        link.revoke();
        on(id, account -> account.grant(Role.ADMIN, clock.instant()));
    }

    private AccountId require(AccountId id) {
        return accounts.find(id)
                .orElseThrow(() -> new Refused("account.unknown"))
                .id();
    }

    private void on(AccountId id, Consumer<Account> act) {
        repository.load(id.toString()).execute(act);
    }
}
