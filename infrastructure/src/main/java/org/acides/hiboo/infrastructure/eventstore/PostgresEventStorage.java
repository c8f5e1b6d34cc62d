package org.acides.hiboo.infrastructure.eventstore;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * Axon's JDBC storage on the table {@code infrastructure.event}: payload and metadata as {@code jsonb}, time as
 * {@code timestamptz}.
 */
final class PostgresEventStorage extends JdbcEventStorageEngine {

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("infrastructure.event")
            .snapshotTable("infrastructure.snapshot")
            .globalIndexColumn("global_index")
            .timestampColumn("at")
            .eventIdentifierColumn("event_id")
            .aggregateIdentifierColumn("aggregate")
            .sequenceNumberColumn("sequence")
            .typeColumn("aggregate_type")
            .payloadTypeColumn("name")
            .payloadRevisionColumn("revision")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    private static final String COLUMNS =
            " (event_id, aggregate, sequence, aggregate_type, at, name, revision, payload, metadata)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)";

    PostgresEventStorage(Builder builder) {
        super(builder.schema(SCHEMA)
                .dataType(byte[].class)
                .gapTimeout(10_000)
                .appendEvents((connection, schema, dataType, events, serializer, writer) ->
                        insert(connection, "infrastructure.event", events, serializer))
                .appendSnapshot((connection, schema, dataType, snapshot, serializer, writer) ->
                        single(connection, snapshot, serializer))
                .createTokenAt((connection, schema, at) -> {
                    PreparedStatement statement = connection.prepareStatement(
                            "SELECT min(global_index) - 1 FROM infrastructure.event WHERE at >= ?"
                                    + " AND global_index >= infrastructure.position_at(?)");
                    statement.setObject(1, at.atOffset(ZoneOffset.UTC));
                    statement.setObject(2, at.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
                    return statement;
                }));
    }

    private static PreparedStatement insert(
            Connection connection, String table, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("INSERT INTO " + table + COLUMNS);
        for (EventMessage<?> event : events) {
            bind(statement, event, serializer);
            statement.addBatch();
        }
        return statement;
    }

    private static PreparedStatement single(
            Connection connection, DomainEventMessage<?> snapshot, Serializer serializer) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("INSERT INTO infrastructure.snapshot" + COLUMNS);
        bind(statement, snapshot, serializer);
        return statement;
    }

    private static void bind(PreparedStatement statement, EventMessage<?> message, Serializer serializer)
            throws SQLException {
        DomainEventMessage<?> event = message instanceof DomainEventMessage<?> domain
                ? domain
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0L, message, message::getTimestamp);
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
        statement.setString(1, event.getIdentifier());
        statement.setString(2, event.getAggregateIdentifier());
        statement.setLong(3, event.getSequenceNumber());
        statement.setString(4, event.getType());
        statement.setObject(5, event.getTimestamp().atOffset(ZoneOffset.UTC));
        statement.setString(6, payload.getType().getName());
        statement.setString(7, payload.getType().getRevision());
        statement.setString(8, new String(payload.getData(), StandardCharsets.UTF_8));
        statement.setString(9, new String(metadata.getData(), StandardCharsets.UTF_8));
    }

    /** No aggregate of ours is long enough for snapshots, and asking for one would cost each command a round trip. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return Stream.empty();
    }

    @Override
    protected Object readTimeStamp(ResultSet resultSet, String column) throws SQLException {
        Instant at = resultSet.getObject(column, OffsetDateTime.class).toInstant();
        return at.toString();
    }
}
