package org.acides.hiboo.identity.upstream;

import java.time.Instant;
import java.util.Objects;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.identity.api.events.IdentityUnlinked;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One identity elsewhere that opens one account here, from when it is linked until it is unlinked: then another link begins. */
@Aggregate
public class LinkedIdentity {

    @AggregateIdentifier
    private @Nullable LinkId id;

    private @Nullable AccountId account;
    private @Nullable UpstreamId upstream;
    private String provider = "";
    private boolean over;

    /** For Axon, which then applies the link's events. */
    LinkedIdentity() {}

    LinkedIdentity(LinkId id, AccountId account, Provider provider, Sealed<String> subject, Instant now) {
        AggregateLifecycle.apply(new IdentityLinked(id, account, provider.id(), provider.name(), subject, now));
    }

    /** @throws Refused {@code upstream.link-unknown}, of another's too */
    void unlink(AccountId owner, Instant now) {
        if (id == null || over || !owner.equals(account)) throw new Refused("upstream.link-unknown");
        AggregateLifecycle.apply(new IdentityUnlinked(id, owner, Objects.requireNonNull(upstream), provider, now));
    }

    @EventSourcingHandler
    void on(IdentityLinked event) {
        id = event.linkId();
        account = event.accountId();
        upstream = event.upstreamId();
        provider = event.provider();
    }

    @EventSourcingHandler
    void on(IdentityUnlinked event) {
        over = true;
    }
}
