package org.acides.hiboo.identity.upstream;

import java.net.URI;
import java.time.Instant;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.events.UpstreamChanged;
import org.acides.hiboo.identity.api.events.UpstreamClosed;
import org.acides.hiboo.identity.api.events.UpstreamOpened;
import org.acides.hiboo.identity.api.events.UpstreamRegistered;
import org.acides.hiboo.identity.api.events.UpstreamRemoved;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A provider elsewhere: registered, opened, closed, removed. Asking for what is so already changes nothing. */
@Aggregate
public class Upstream {

    @AggregateIdentifier
    private @Nullable UpstreamId id;

    private String name = "";
    private boolean trusted;
    private boolean open;
    private boolean removed;

    /** For Axon, which then applies the provider's events. */
    Upstream() {}

    Upstream(UpstreamId id, String name, URI issuer, String clientId, boolean trusted, Instant now) {
        AggregateLifecycle.apply(new UpstreamRegistered(id, name, issuer, clientId, trusted, now));
    }

    void change(String called, boolean trust, boolean secretReplaced, Instant now) {
        UpstreamId upstream = known();
        if (secretReplaced || trust != trusted || !called.equals(name))
            AggregateLifecycle.apply(new UpstreamChanged(upstream, called, trust, secretReplaced, now));
    }

    void open(Instant now) {
        UpstreamId upstream = known();
        if (!open) AggregateLifecycle.apply(new UpstreamOpened(upstream, now));
    }

    void close(Instant now) {
        UpstreamId upstream = known();
        if (open) AggregateLifecycle.apply(new UpstreamClosed(upstream, now));
    }

    void remove(Instant now) {
        AggregateLifecycle.apply(new UpstreamRemoved(known(), now));
    }

    private UpstreamId known() {
        if (id == null || removed) throw new Refused("upstream.unknown");
        return id;
    }

    @EventSourcingHandler
    void on(UpstreamRegistered event) {
        id = event.upstreamId();
        name = event.name();
        trusted = event.trusted();
    }

    @EventSourcingHandler
    void on(UpstreamChanged event) {
        name = event.name();
        trusted = event.trusted();
    }

    @EventSourcingHandler
    void on(UpstreamOpened event) {
        open = true;
    }

    @EventSourcingHandler
    void on(UpstreamClosed event) {
        open = false;
    }

    @EventSourcingHandler
    void on(UpstreamRemoved event) {
        removed = true;
    }
}
