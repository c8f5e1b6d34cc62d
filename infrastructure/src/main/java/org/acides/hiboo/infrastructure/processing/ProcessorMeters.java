package org.acides.hiboo.infrastructure.processing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.acides.hiboo.infrastructure.api.Processors;
import org.acides.hiboo.infrastructure.api.Processors.Status;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** {@code hiboo.processor.lag} in seconds, {@code .position} and {@code .dead-letters}, each by {@code processor}. */
@Component
class ProcessorMeters implements MeterBinder {

    private static final long FRESH_NS = 1_000_000_000;

    private final Processors processors;
    private final EventProcessingConfiguration processing;
    private List<Status> last = List.of();
    private long at = System.nanoTime() - FRESH_NS;

    ProcessorMeters(Processors processors, EventProcessingConfiguration processing) {
        this.processors = processors;
        this.processing = processing;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        processing.eventProcessors().forEach((name, processor) -> {
            if (!(processor instanceof StreamingEventProcessor)) return;
            gauge(
                    registry,
                    "hiboo.processor.lag",
                    "seconds",
                    name,
                    one -> one.lag().toNanos() / 1e9);
            gauge(registry, "hiboo.processor.position", "events", name, Status::position);
            gauge(registry, "hiboo.processor.dead-letters", "events", name, Status::deadLetters);
        });
    }

    private void gauge(
            MeterRegistry registry, String meter, String unit, String processor, ToDoubleFunction<Status> value) {
        Gauge.builder(meter, () -> value(processor, value))
                .baseUnit(unit)
                .tag("processor", processor)
                .register(registry);
    }

    private double value(String processor, ToDoubleFunction<Status> value) {
        return recent().stream()
                .filter(one -> one.name().equals(processor))
                .mapToDouble(value)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** One look at the database serves a whole scrape. */
    private synchronized List<Status> recent() {
        if (System.nanoTime() - at >= FRESH_NS) {
            last = processors.all();
            at = System.nanoTime();
        }
        return last;
    }
}
