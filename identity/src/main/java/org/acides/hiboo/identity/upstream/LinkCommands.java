package org.acides.hiboo.identity.upstream;

import java.time.Clock;
import org.acides.hiboo.identity.account.Accounts;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.commands.UnlinkIdentity;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What members do with identities elsewhere, in one transaction each: event and look-up. Whoever does proved lately who they are. */
@Component
class LinkCommands {

    private final Repository<LinkedIdentity> repository;
    private final Accounts accounts;
    private final Upstreams upstreams;
    private final Links links;
    private final Freshness freshness;
    private final Sealer sealer;
    private final Clock clock;

    LinkCommands(
            Repository<LinkedIdentity> repository,
            Accounts accounts,
            Upstreams upstreams,
            Links links,
            Freshness freshness,
            Sealer sealer,
            Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.upstreams = upstreams;
        this.links = links;
        this.freshness = freshness;
        this.sealer = sealer;
        this.clock = clock;
    }

    @CommandHandler
    void handle(LinkIdentity command) throws Exception {
        freshness.require(command.accountId(), command.session());
        if (accounts.find(command.accountId()).isEmpty()) throw new Refused("account.unknown");
        Provider provider = upstreams
                .find(command.upstreamId())
                .filter(Provider::open)
                .orElseThrow(() -> new Refused("upstream.unknown"));
        Sealed<String> subject = sealer.seal(command.accountId().value(), command.subject());
        repository.newInstance(
                () -> new LinkedIdentity(LinkId.random(), command.accountId(), provider, subject, clock.instant()));
    }

    @CommandHandler
    void handle(UnlinkIdentity command) {
        freshness.require(command.accountId(), command.session());
        if (!links.known(command.linkId())) throw new Refused("upstream.link-unknown");
        repository.load(command.linkId().toString()).execute(link -> link.unlink(command.accountId(), clock.instant()));
    }
}
