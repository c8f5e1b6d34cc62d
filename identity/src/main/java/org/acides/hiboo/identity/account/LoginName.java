package org.acides.hiboo.identity.account;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * What a person types to sign in. Letters, digits and single {@code . _ -} between them, of one script at most (Unicode TS
 * 39 §5.2, highly restrictive).
 */
record LoginName(String value) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}\\p{M}]++(?:[._-][\\p{L}\\p{N}\\p{M}]++)*+");
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private static final SpoofChecker SPOOFS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    /**
     * @param typed with blanks around it or without
     * @throws Refused {@code login-name.too-long}, {@code login-name.too-short}, {@code login-name.malformed}
     */
    static LoginName of(String typed) {
        // Longer than any name, whatever its code points: nothing below need look at a megabyte.
        if (typed.length() > 10 * LONGEST) throw new Refused("login-name.too-long", LONGEST);
        String value = COMPOSED.normalize(typed.strip());
        int length = value.codePointCount(0, value.length());
        if (length > LONGEST) throw new Refused("login-name.too-long", LONGEST);
        if (length < SHORTEST) throw new Refused("login-name.too-short", SHORTEST);
        if (!SHAPE.matcher(value).matches() || SPOOFS.failsChecks(value)) throw new Refused("login-name.malformed");
        return new LoginName(value);
    }

    String folded() {
        return folded(value);
    }

    /** What names that a reader could take for one another have in common (Unicode TS 39 §4). */
    String skeleton() {
        return SPOOFS.getSkeleton(folded());
    }

    /** For comparison with what somebody typed; empty, which is nobody's, for what no login name looks like. */
    static String folded(String typed) {
        String value = typed.length() > 10 * LONGEST ? "" : COMPOSED.normalize(typed.strip());
        return SHAPE.matcher(value).matches() ? FOLDING.normalize(value) : "";
    }
}
