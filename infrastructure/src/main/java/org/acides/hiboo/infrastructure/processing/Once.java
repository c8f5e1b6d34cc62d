package org.acides.hiboo.infrastructure.processing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers what a policy did because of which event, so that neither a retry nor a second node does it twice. */
@Component
public class Once {

    private final JdbcClient jdbc;

    Once(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records the act in the caller's transaction.
     *
     * @param eventId the event's own id
     * @param action what is about to be done, in kebab case
     * @return whether it is to be done now; false when it was done before
     */
    public boolean first(String eventId, String action) {
        return jdbc.sql("INSERT INTO infrastructure.done_once (event_id, action) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(eventId, action)
                        .update()
                == 1;
    }
}
