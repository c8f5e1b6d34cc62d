package org.acides.hiboo.webui.kit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks the contexts, and waits at most ten seconds for what they answer. */
@Component
public class Questions {

    private static final int SECONDS = 10;

    private final QueryGateway gateway;

    Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    public <R> List<R> list(Object query, Class<R> type) {
        return answer(gateway.query(query, ResponseTypes.multipleInstancesOf(type)));
    }

    public <R> R one(Object query, Class<R> type) {
        return answer(gateway.query(query, ResponseTypes.instanceOf(type)));
    }

    public <R> Optional<R> find(Object query, Class<R> type) {
        return answer(gateway.query(query, ResponseTypes.optionalInstanceOf(type)));
    }

    private static <R> R answer(CompletableFuture<R> coming) {
        return coming.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}
