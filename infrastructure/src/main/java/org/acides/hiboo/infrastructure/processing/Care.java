package org.acides.hiboo.infrastructure.processing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * Which processors handle event by event behind savepoints, instead of in one go. A statement that fails spoils a whole
 * PostgreSQL transaction, dead letter and all; so after a batch failed, its events are tried again singly, until the one
 * at fault can be set aside alone. Savepoints for every event would cost each replay most of its speed.
 */
@Component
class Care implements ErrorHandler {

    private static final String CAREFUL = "hiboo.careful";
    private static final int EVENTS = 2 * RoutedProcessing.PROJECTION_BATCH;

    private final Map<String, AtomicInteger> careful = new ConcurrentHashMap<>();

    @Override
    public void handleError(ErrorContext failure) throws Exception {
        careful.put(failure.eventProcessor(), new AtomicInteger(EVENTS));
        PropagatingErrorHandler.instance().handleError(failure);
    }

    MessageHandlerInterceptor<EventMessage<?>> of(String processor) {
        return (work, chain) -> {
            AtomicInteger left = careful.get(processor);
            if (left != null) {
                if (left.decrementAndGet() <= 0) careful.remove(processor, left);
                work.root().resources().put(CAREFUL, Boolean.TRUE);
            }
            return chain.proceed();
        };
    }

    static boolean isDue() {
        return CurrentUnitOfWork.map(work -> work.root().resources().containsKey(CAREFUL))
                .orElse(false);
    }
}
