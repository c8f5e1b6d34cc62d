package org.acides.hiboo.infrastructure.eventstore;

import org.acides.hiboo.infrastructure.api.EventName;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;

/**
 * Writes events as JSON under their logical name and revision, and reads them back by that name. A name nobody knows is
 * an error: an event is never dropped in silence.
 */
public final class NamedEventSerializer extends Jackson3Serializer {

    private static final String METADATA = "metadata";

    private final EventNames names;

    public NamedEventSerializer(EventNames names) {
        super(Jackson3Serializer.builder()
                .converter(new ChainingConverter(NamedEventSerializer.class.getClassLoader()))
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.names = names;
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        if (type == null || type == Void.class || type == void.class) return SerializedType.emptyType();
        if (MetaData.class.isAssignableFrom(type)) return new SimpleSerializedType(METADATA, null);
        EventName name = EventNames.annotation(type);
        return new SimpleSerializedType(name.value(), Integer.toString(name.revision()));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) return Void.class;
        String name = type.getName();
        if (METADATA.equals(name) || MetaData.class.getName().equals(name)) return MetaData.class;
        Class<?> known = names.find(name)
                .orElseThrow(() -> new SerializationException("no class carries the event name " + name));
        int current = EventNames.annotation(known).revision();
        if (type.getRevision() != null && !type.getRevision().equals(Integer.toString(current)))
            throw new SerializationException("no upcaster leads from %s revision %s to revision %d"
                    .formatted(name, type.getRevision(), current));
        return known;
    }
}
