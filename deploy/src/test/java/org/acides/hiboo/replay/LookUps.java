package org.acides.hiboo.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The in-transaction look-ups of every context, and the tables that they keep. */
final class LookUps {

    private final ApplicationContext application;
    private final EventStore events;
    private final ParameterResolverFactory resolvers;
    private final JdbcClient jdbc;
    private final List<String> tables;

    LookUps(
            ApplicationContext application,
            EventStore events,
            ParameterResolverFactory resolvers,
            JdbcClient jdbc,
            List<String> tables) {
        this.application = application;
        this.events = events;
        this.resolvers = resolvers;
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** Empties the tables and fills them again. */
    void rebuild(List<EventMessage<?>> history) {
        List<AnnotationEventHandlerAdapter> lookUps = lookUps();
        jdbc.sql("TRUNCATE " + String.join(", ", tables) + " CASCADE").update();
        for (EventMessage<?> event : history) lookUps.forEach(lookUp -> handle(lookUp, event));
    }

    private static void handle(AnnotationEventHandlerAdapter lookUp, EventMessage<?> event) {
        DefaultUnitOfWork.startAndGet(event).execute(() -> {
            try {
                lookUp.handle(event);
            } catch (Exception e) {
                throw new AssertionError(event.getPayloadType().getSimpleName(), e);
            }
        });
    }

    private List<AnnotationEventHandlerAdapter> lookUps() {
        return application.getBeansWithAnnotation(ProcessingGroup.class).values().stream()
                .filter(bean -> bean.getClass()
                        .getAnnotation(ProcessingGroup.class)
                        .value()
                        .startsWith("lookup."))
                .map(bean -> new AnnotationEventHandlerAdapter(bean, resolvers))
                .toList();
    }

    /** Every event there is. */
    List<EventMessage<?>> history() {
        List<EventMessage<?>> all = new ArrayList<>();
        long head = jdbc.sql("SELECT max(global_index) FROM infrastructure.event")
                .query(Long.class)
                .single();
        try (var stream = events.openStream(null)) {
            while (true) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                all.add(event);
                if (event.trackingToken().position().orElse(0) >= head) return all;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A version only says whether a row was written since it was read: it never comes again. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : tables)
            all.put(
                    table,
                    jdbc.sql("SELECT (to_jsonb(kept.*) - 'version')::text FROM " + table + " AS kept ORDER BY 1")
                            .query(String.class)
                            .list());
        return all;
    }
}
