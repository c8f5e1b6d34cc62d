package org.acides.hiboo.infrastructure.api;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, as the history remembers it.
 *
 * @param id pseudonymous, at most 100 characters: an identifier of the smallest thing that acts (for an act inside a
 *     profile, the profile and never its owner), or the name of a process for {@link #system(String)}
 * @param role what the actor acted as, in capitals, at most 40 characters
 * @param proved when this person last proved, with more than one factor, who they are; null for whoever did not, and for a
 *     process. It goes with the command and no further: the history does not keep it
 */
public record Actor(String id, String role, @Nullable Instant proved) {

    /** The role of every act that no person asked for. */
    public static final String SYSTEM = "SYSTEM";

    public Actor {
        Objects.requireNonNull(id);
        Objects.requireNonNull(role);
        if (id.isBlank() || id.length() > 100) throw new IllegalArgumentException("actor id: 1 to 100 characters");
        if (!role.matches("[A-Z_]{1,40}")) throw new IllegalArgumentException("actor role: capitals, at most 40");
    }

    public Actor(String id, String role) {
        this(id, role, null);
    }

    /** A process of ours that acts by itself: a scheduler, a policy, an import. */
    public static Actor system(String process) {
        return new Actor(process, SYSTEM);
    }
}
