package org.acides.hiboo.infrastructure.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each processor is, on whichever node it runs; looked at without claiming it. */
@Component
class Tokens {

    /** A claim that was not renewed for so long is no longer one. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    /**
     * @param held whether some node runs the processor now
     * @param reset the position at which a running replay began, or empty
     */
    record Progress(String processor, long position, OptionalLong reset, boolean held) {

        static Progress none(String processor) {
            return new Progress(processor, 0, OptionalLong.empty(), false);
        }

        /** 0 to 1 while replaying, else 1. */
        double replayed() {
            if (reset.isEmpty()) return 1;
            return reset.getAsLong() <= 0 ? 1 : Math.min(1, (double) position / reset.getAsLong());
        }
    }

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Serializer generalSerializer, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = generalSerializer;
        this.clock = clock;
    }

    Map<String, Progress> all() {
        return jdbc
                .sql("SELECT processor, token, token_type, owner, stamp FROM infrastructure.token WHERE segment = 0")
                .query((row, i) -> progress(
                        row.getString("processor"),
                        token(row.getBytes("token"), row.getString("token_type")),
                        row.getString("owner") != null && isFresh(row.getString("stamp"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Progress::processor, Function.identity()));
    }

    private boolean isFresh(String stamp) {
        return Instant.parse(stamp).plus(CLAIM).isAfter(clock.instant());
    }

    private @Nullable TrackingToken token(byte @Nullable [] bytes, @Nullable String type) {
        if (bytes == null || type == null) return null;
        return serializer.deserialize(new SimpleSerializedObject<>(bytes, byte[].class, type, null));
    }

    private static Progress progress(String processor, @Nullable TrackingToken token, boolean held) {
        if (token == null) return new Progress(processor, 0, OptionalLong.empty(), held);
        long position = Math.max(0, token.position().orElse(0));
        // Axon calls it a replay until an event beyond the reset comes; by then it has long been over.
        OptionalLong reset = ReplayToken.getTokenAtReset(token);
        boolean over = reset.isEmpty() || position >= reset.getAsLong();
        return new Progress(processor, position, over ? OptionalLong.empty() : reset, held);
    }
}
