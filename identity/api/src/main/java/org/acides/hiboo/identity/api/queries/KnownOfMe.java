package org.acides.hiboo.identity.api.queries;

import java.time.LocalDate;
import java.util.List;
import org.acides.hiboo.identity.api.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * What a service was told of a profile, and may still ask.
 *
 * @param subject {@code sub}: by which the service knows the profile
 * @param scopes what it may ask for now, in alphabetical order; empty once everything ended
 * @param signIns how many sign-ins of the profile hold there now
 * @param offline whether one of them outlives the member's session
 * @param lastEntered UTC; null when it never did, or did before such days were kept
 */
public record KnownOfMe(
        ProfileId profileId,
        String username,
        String alias,
        boolean silenced,
        String subject,
        List<String> scopes,
        int signIns,
        boolean offline,
        @Nullable LocalDate lastEntered) {

    public KnownOfMe {
        scopes = List.copyOf(scopes);
    }
}
