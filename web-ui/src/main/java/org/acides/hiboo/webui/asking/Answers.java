package org.acides.hiboo.webui.asking;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Answers to the queries of the contexts, waited for: a screen has nothing to show before. */
@Component
public final class Answers {

    private static final long SECONDS = 15;

    private final QueryGateway queries;

    Answers(QueryGateway queries) {
        this.queries = queries;
    }

    /** For a query that answers many. */
    public <T> List<T> all(Object query, Class<T> each) {
        return await(queries.query(query, ResponseTypes.multipleInstancesOf(each)));
    }

    /** For a query that answers an {@code Optional}. */
    public <T> Optional<T> find(Object query, Class<T> type) {
        return await(queries.query(query, ResponseTypes.optionalInstanceOf(type)));
    }

    /** For a query that answers a number. */
    public int count(Object query) {
        return await(queries.query(query, ResponseTypes.instanceOf(Integer.class)));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
