package org.acides.hiboo.identity.profile;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * Whether a service accepts a username: its own rules, and on top of them what keeps people from being taken for one
 * another. One script at most (Unicode TS 39 §5.2, highly restrictive), and no letter that case folding or
 * compatibility normalisation would change (Unicode Standard §3.13, NFKC_Casefold).
 */
public record UsernamePolicy(UsernameRules rules) {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private static final SpoofChecker SPOOFS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    /** What two usernames that a reader could take for one another have in common (Unicode TS 39 §4). */
    public static String skeleton(String username) {
        return SPOOFS.getSkeleton(FOLDING.normalize(username));
    }

    /** Whether two usernames differ in case alone. */
    public static boolean sameLetters(String one, String other) {
        return FOLDING.normalize(one).equals(FOLDING.normalize(other));
    }

    /** @throws Refused {@code username.…}, the first rule that says no */
    void check(String username) {
        // Longer than any rule allows, whatever its code points: nothing below need look at a megabyte.
        if (username.length() > 2 * rules.maxLength()) throw new Refused("username.too-long", rules.maxLength());
        int length = username.codePointCount(0, username.length());
        if (length > rules.maxLength()) throw new Refused("username.too-long", rules.maxLength());
        if (length < rules.minLength()) throw new Refused("username.too-short", rules.minLength());
        if (!FOLDING.isNormalized(username)) throw new Refused("username.not-lower-case");
        if (!rules.matches(username)) throw new Refused("username.malformed");
        String skeleton = skeleton(username);
        if (rules.reserved().stream().map(UsernamePolicy::skeleton).anyMatch(skeleton::equals))
            throw new Refused("username.reserved");
        if (SPOOFS.failsChecks(username)) throw new Refused("username.confusable");
    }
}
