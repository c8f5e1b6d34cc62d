package org.acides.hiboo.identity.picker;

import java.util.Locale;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.profile.HeldProfile;

/**
 * A profile as the picker shows it.
 *
 * @param initial the username's first letter or digit, upper case
 * @param shade 0 to 5: which of the picker's colours, always the same for a profile
 */
public record Card(ProfileId id, String username, String alias, String initial, int shade, boolean remembered) {

    private static final int SHADES = 6;

    static Card of(HeldProfile profile, boolean remembered) {
        String name = profile.username();
        int first =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse(name.codePointAt(0));
        return new Card(
                profile.id(),
                name,
                profile.alias(),
                Character.toString(first).toUpperCase(Locale.ROOT),
                Math.floorMod(profile.id().hashCode(), SHADES),
                remembered);
    }
}
