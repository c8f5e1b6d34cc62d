package org.acides.hiboo.identity.account;

import com.ibm.icu.text.Normalizer2;
import java.net.IDN;
import java.util.regex.Pattern;
import org.acides.hiboo.infrastructure.api.Refused;

/**
 * Where letters go: a mailbox whose local part is a dot-atom (RFC 5321 §4.1.2, RFC 6531 §3.3), 254 characters at most. No
 * quotes, comments or address literals.
 */
record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]++(?:\\.[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]++)*+@([\\p{L}\\p{N}\\p{M}.-]++)");
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    /**
     * @param typed with blanks around it or without
     * @throws Refused {@code email.malformed}
     */
    static EmailAddress of(String typed) {
        if (typed.length() > 2 * LONGEST) throw new Refused("email.malformed");
        String value = typed.strip();
        var shape = SHAPE.matcher(value);
        if (value.length() > LONGEST || !shape.matches() || value.indexOf('@') > 64 || !isDomain(shape.group(1)))
            throw new Refused("email.malformed");
        return new EmailAddress(value);
    }

    private static boolean isDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            return !ascii.isEmpty() && ascii.length() <= 253 && !ascii.startsWith(".") && !ascii.endsWith(".");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String folded() {
        return folded(value);
    }

    /** For comparison with what somebody typed; empty, which is nobody's, for what no address looks like. */
    static String folded(String typed) {
        String value = typed.length() > 2 * LONGEST ? "" : typed.strip();
        return SHAPE.matcher(value).matches() ? FOLDING.normalize(value) : "";
    }
}
