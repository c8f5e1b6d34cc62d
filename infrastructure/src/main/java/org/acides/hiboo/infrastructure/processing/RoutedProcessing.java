package org.acides.hiboo.infrastructure.processing;

import java.util.concurrent.TimeUnit;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Gives each processing group the processor that its name asks for: {@code lookup.…} runs inside the command's
 * transaction and its errors undo it; {@code projection.…} reads the stream from its start, {@code policy.…} from its
 * head, both with a dead-letter queue.
 */
@Component
class RoutedProcessing extends EventProcessingModule {

    static final String LOOKUP = "lookup.";
    static final String PROJECTION = "projection.";
    static final String POLICY = "policy.";

    static final int PROJECTION_BATCH = 2_000;

    RoutedProcessing(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer general,
            @Qualifier("eventSerializer") Serializer events,
            Care care) {
        registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
        registerDefaultErrorHandler(c -> care);
        registerDefaultHandlerInterceptor((c, name) -> care.of(name));
        registerEventProcessorFactory((name, axon, invoker) -> switch (kind(name)) {
            case LOOKUP -> subscribingEventProcessor(name, invoker, axon.eventBus());
            case PROJECTION ->
                streaming(
                        name,
                        invoker,
                        axon.eventStore(),
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(PROJECTION_BATCH)
                                .andInitialTrackingToken(StreamableMessageSource::createTailToken));
            default ->
                streaming(
                        name,
                        invoker,
                        axon.eventStore(),
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(1)
                                .andInitialTrackingToken(StreamableMessageSource::createHeadToken));
        });
        DeadLetterSchema schema = deadLetters();
        registerDeadLetterQueueProvider(group -> {
            if (group.startsWith(LOOKUP)) return null;
            // Without this each event asks the database whether an earlier one of its aggregate was set aside.
            registerDeadLetteringEventHandlerInvokerConfiguration(
                    group, (axon, invoker) -> invoker.enableSequenceIdentifierCache());
            return axon -> JdbcSequencedDeadLetterQueue.builder()
                    .processingGroup(group)
                    .connectionProvider(connections)
                    .transactionManager(transactions)
                    .schema(schema)
                    .genericSerializer(general)
                    .eventSerializer(events)
                    .build();
        });
    }

    /** @throws IllegalStateException for a group whose name says nothing of how it is to be run */
    private static String kind(String name) {
        for (String kind : new String[] {LOOKUP, PROJECTION, POLICY}) if (name.startsWith(kind)) return kind;
        throw new IllegalStateException(
                "processing group " + name + " starts with none of lookup., projection., policy.");
    }

    private EventProcessor streaming(
            String name,
            EventHandlerInvoker invoker,
            StreamableMessageSource<org.axonframework.eventhandling.TrackedEventMessage<?>> source,
            TrackingEventProcessorConfiguration configuration) {
        return trackingEventProcessor(name, invoker, configuration.andTokenClaimInterval(1, TimeUnit.SECONDS), source);
    }

    static DeadLetterSchema deadLetters() {
        return DeadLetterSchema.builder()
                .deadLetterTable("infrastructure.dead_letter")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("aggregate_type")
                .aggregateIdentifierColumn("aggregate")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }
}
