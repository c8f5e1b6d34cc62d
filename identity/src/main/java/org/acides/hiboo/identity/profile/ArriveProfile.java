package org.acides.hiboo.identity.profile;

import java.time.Instant;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;

/**
 * Makes a profile that came from another community the account's. Refused: {@code service.unknown} (also retired), {@code
 * service.group-required}, {@code profile.quota-reached} (quota), {@code arriving.subject-taken}, and the username refusals of
 * {@code CreateProfile}. The same asked twice is one.
 *
 * @param subject what its service goes on knowing it by
 * @param alias its address there: kept where it is one of ours that nobody has, else it gets another
 * @param since when it was made there
 */
public record ArriveProfile(
        ProfileId profileId,
        ServiceRef service,
        AccountId owner,
        String username,
        String subject,
        String alias,
        Instant since) {

    /** Never shows the names: they are personal. */
    @Override
    public String toString() {
        return "ArriveProfile[" + profileId + "]";
    }
}
