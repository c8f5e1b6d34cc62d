package org.acides.hiboo.infrastructure.api;

import java.util.Objects;

/**
 * Who does something, as the history remembers it.
 *
 * @param id pseudonymous, at most 100 characters: an identifier of the smallest thing that acts (for an act inside a
 *     profile, the profile and never its owner), or the name of a process for {@link #system(String)}
 * @param role what the actor acted as, in capitals, at most 40 characters
 */
public record Actor(String id, String role) {

    /** The role of every act that no person asked for. */
    public static final String SYSTEM = "SYSTEM";

    public Actor {
        Objects.requireNonNull(id);
        Objects.requireNonNull(role);
        if (id.isBlank() || id.length() > 100) throw new IllegalArgumentException("actor id: 1 to 100 characters");
        if (!role.matches("[A-Z_]{1,40}")) throw new IllegalArgumentException("actor role: capitals, at most 40");
    }

    /** A process of ours that acts by itself: a scheduler, a policy, an import. */
    public static Actor system(String process) {
        return new Actor(process, SYSTEM);
    }
}
