package org.acides.hiboo.infrastructure.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.infrastructure.eventstore.EventNames;
import org.acides.hiboo.infrastructure.eventstore.NamedEventSerializer;
import org.acides.hiboo.infrastructure.eventstore.RevisionStep;
import org.acides.hiboo.infrastructure.eventstore.RevisionSteps;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Reads stored payloads as the event store does, through the steps between revisions. */
public final class StoredEvents {

    private final NamedEventSerializer serializer;
    private final RevisionSteps steps;

    /**
     * @param rootPackage where the events are
     * @param all every step of theirs
     */
    public StoredEvents(String rootPackage, RevisionStep... all) {
        EventNames names = EventNames.under(rootPackage);
        serializer = new NamedEventSerializer(names);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        for (RevisionStep step : all) beans.registerSingleton(step.name() + step.from(), step);
        steps = new RevisionSteps(beans.getBeanProvider(RevisionStep.class), names, context -> true);
    }

    /** @return the payload as its class has it now */
    public Object read(String name, int revision, String json) {
        var stored = new GenericDomainEventEntry<>(
                "type",
                UUID.randomUUID().toString(),
                0,
                UUID.randomUUID().toString(),
                Instant.EPOCH.toString(),
                name,
                Integer.toString(revision),
                json.getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, steps)
                .next()
                .getPayload();
    }
}
