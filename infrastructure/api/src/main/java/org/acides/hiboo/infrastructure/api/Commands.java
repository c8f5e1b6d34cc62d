package org.acides.hiboo.infrastructure.api;

import org.jspecify.annotations.Nullable;

/** The one way to ask a context for a change. */
public interface Commands {

    /**
     * Sends a command and waits until its events and look-ups are committed and on disk.
     *
     * @param command a record of some context's {@code api.commands}
     * @param actor who asks; written into the metadata of every event that results
     * @return what the handler returned, or null
     * @throws Refused when a rule says no
     * @param <R> what that command answers
     */
    default <R> R send(Object command, Actor actor) {
        return send(command, actor, null);
    }

    /**
     * The same, for a policy that acts because of an event.
     *
     * @param cause id of the event; null when a person asked, or when naming it would join what must not be linked
     */
    <R> R send(Object command, Actor actor, @Nullable String cause);
}
