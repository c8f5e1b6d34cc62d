package org.acides.hiboo.identity.upstream;

import java.util.Optional;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** What the plain pages ask about identities elsewhere that were proved there. */
@Component
public class LinkedIdentities {

    private final Commands commands;
    private final Accounts accounts;
    private final Links links;

    LinkedIdentities(Commands commands, Accounts accounts, Links links) {
        this.commands = commands;
        this.accounts = accounts;
        this.links = links;
    }

    /** @param subject what the provider calls them ({@code sub}) */
    public Optional<AccountState> account(UpstreamId upstream, String subject) {
        return links.account(upstream, subject).flatMap(accounts::find);
    }

    /**
     * Has it open the account from now on.
     *
     * @throws Refused {@code authentication.stale}, {@code upstream.unknown}, {@code upstream.taken} by another account,
     *     {@code upstream.another} identity there opens this account already
     */
    public void link(SignedIn who, UpstreamId upstream, String subject) {
        commands.send(new LinkIdentity(who.account(), who.session(), upstream, subject), who.asMember());
    }
}
