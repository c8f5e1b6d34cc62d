package org.acides.hiboo.replay;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.LinkId;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.CloseUpstream;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.api.commands.RemoveUpstream;
import org.acides.hiboo.identity.api.events.IdentityLinked;
import org.acides.hiboo.identity.api.events.IdentityUnlinked;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Sealed;
import org.acides.hiboo.infrastructure.api.Sealer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionOperations;

/** Providers elsewhere as they come and go, and identities there that are linked, and not any more. */
record Neighbours(Commands commands, EventStore events, TransactionOperations transaction, Sealer sealer) {

    private static final Actor ADMIN = Actor.system("test");

    void live(AccountId account) {
        UpstreamId kept = registered();
        commands.send(new OpenUpstream(kept), ADMIN);
        commands.send(new ChangeUpstream(kept, "The neighbours", "another", true), ADMIN);
        UpstreamId closed = registered();
        commands.send(new OpenUpstream(closed), ADMIN);
        commands.send(new CloseUpstream(closed), ADMIN);
        commands.send(new RemoveUpstream(registered()), ADMIN);
        link(account, kept);
        LinkId over = link(account, closed);
        publish(over, 1, new IdentityUnlinked(over, account, closed, "Neighbours", now()));
    }

    private UpstreamId registered() {
        UpstreamId id = UpstreamId.random();
        URI issuer = URI.create("https://" + id + ".example");
        commands.send(new RegisterUpstream(id, "Neighbours", issuer, "chouettes", "secret", false), ADMIN);
        return id;
    }

    private LinkId link(AccountId account, UpstreamId upstream) {
        LinkId id = LinkId.random();
        Sealed<String> subject = sealer.seal(account.value(), "subject of " + id);
        publish(id, 0, new IdentityLinked(id, account, upstream, "Neighbours", subject, now()));
        return id;
    }

    private void publish(LinkId id, long number, Object event) {
        transaction.executeWithoutResult(kept -> events.publish(
                List.of(new GenericDomainEventMessage<>("LinkedIdentity", id.toString(), number, event))));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
