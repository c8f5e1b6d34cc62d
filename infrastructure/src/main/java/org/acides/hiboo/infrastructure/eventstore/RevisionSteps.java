package org.acides.hiboo.infrastructure.eventstore;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acides.hiboo.infrastructure.api.EventName;
import org.acides.hiboo.infrastructure.database.SchemaMigrations;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Leads every stored event, step by step, to the revision that its class has now. */
@Component
public class RevisionSteps implements EventUpcaster {

    private record Key(String name, String revision) {}

    private final Map<Key, RevisionStep> steps = new HashMap<>();

    /**
     * Demands the steps of the contexts that are part of this application. One that is not, as in the tests of another
     * context that knows its events, has stored nothing old.
     *
     * @throws IllegalStateException as below
     */
    @Autowired
    RevisionSteps(ObjectProvider<RevisionStep> all, EventNames names, ObjectProvider<SchemaMigrations> contexts) {
        this(all, names, contexts.stream().map(SchemaMigrations::schema).collect(Collectors.toSet())::contains);
    }

    /**
     * @param demanded of which contexts every step has to be there
     * @throws IllegalStateException when two steps start at one place, or an event's class has revisions that no step
     *     leads to
     */
    public RevisionSteps(ObjectProvider<RevisionStep> all, EventNames names, Predicate<String> demanded) {
        for (RevisionStep step : all)
            if (steps.put(new Key(step.name(), Integer.toString(step.from())), step) != null)
                throw new IllegalStateException("two steps lead on from " + step.name() + " revision " + step.from());
        names.classes().stream()
                .map(EventNames::annotation)
                .filter(event -> demanded.test(context(event)))
                .forEach(this::demandSteps);
    }

    private static String context(EventName event) {
        return event.value().substring(0, event.value().indexOf('.'));
    }

    private void demandSteps(EventName event) {
        for (int from = 0; from < event.revision(); from++)
            if (!steps.containsKey(new Key(event.value(), Integer.toString(from))))
                throw new IllegalStateException("no step leads on from " + event.value() + " revision " + from);
    }

    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return steps.isEmpty() ? stored : stored.map(this::lead);
    }

    private IntermediateEventRepresentation lead(IntermediateEventRepresentation stored) {
        IntermediateEventRepresentation at = stored;
        for (RevisionStep step = next(at); step != null; step = next(at))
            at = at.upcastPayload(to(step), ObjectNode.class, edit(step));
        return at;
    }

    private @Nullable RevisionStep next(IntermediateEventRepresentation at) {
        SerializedType type = at.getType();
        return type.getRevision() == null ? null : steps.get(new Key(type.getName(), type.getRevision()));
    }

    private static SerializedType to(RevisionStep step) {
        return new SimpleSerializedType(step.name(), Integer.toString(step.from() + 1));
    }

    private static Function<ObjectNode, ObjectNode> edit(RevisionStep step) {
        return payload -> {
            step.change().accept(payload);
            return payload;
        };
    }
}
