package org.acides.hiboo.identity.credential;

import com.ibm.icu.text.Normalizer2;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Passwords that guessers try first: those of the list, and what follows from them or from the person's own names by
 * writing twice, backwards, or one thing over and over. The list is kept as 64-bit digests, 400 kB instead of 5 MB: one
 * good password in 10^14 is mistaken for one of the list.
 */
@Component
class WellKnown {

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final int LONGEST_UNIT = 12;
    private static final int LONGEST_NAME = 320;

    private final long[] digests;

    WellKnown() {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        WellKnown.class.getResourceAsStream("/identity/credential/well-known-passwords.txt")),
                StandardCharsets.UTF_8))) {
            digests = list.lines()
                    .mapToLong(line -> digest(FOLDING.normalize(line)))
                    .sorted()
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return digests.length;
    }

    /** @param personal login name, address: nothing that the password may be made of alone */
    boolean contains(String password, String... personal) {
        String folded = FOLDING.normalize(password);
        String unit = unit(folded);
        if (listed(folded) || listed(unit) || unit.codePointCount(0, unit.length()) < 3 || isRun(folded)) return true;
        String bare = bare(unit);
        for (String own : personal)
            if (own.length() <= LONGEST_NAME && derived(bare, FOLDING.normalize(own))) return true;
        return false;
    }

    private boolean listed(String folded) {
        return Arrays.binarySearch(digests, digest(folded)) >= 0;
    }

    private static boolean derived(String bare, String own) {
        int at = own.indexOf('@');
        String[] names = at < 0 ? new String[] {own} : new String[] {own, own.substring(0, at), own.substring(at + 1)};
        for (String name : names) {
            String plain = bare(name);
            if (plain.isEmpty()) continue;
            if (bare.equals(plain)
                    || bare.equals(new StringBuilder(plain).reverse().toString())) return true;
        }
        return false;
    }

    /** Letters between the first and the last: digits and marks around a name make no password of it. */
    private static String bare(String text) {
        return text.replaceFirst("^[^\\p{L}]+", "").replaceFirst("[^\\p{L}]++$", "");
    }

    /** The shortest text, of twelve characters at most, that the whole repeats; else the whole. */
    private static String unit(String text) {
        for (int length = 1; length <= Math.min(LONGEST_UNIT, text.length() / 2); length++)
            if (text.length() % length == 0 && text.startsWith(text.substring(length)) && repeats(text, length))
                return text.substring(0, length);
        return text;
    }

    private static boolean repeats(String text, int length) {
        for (int i = length; i < text.length(); i++) if (text.charAt(i) != text.charAt(i - length)) return false;
        return true;
    }

    /** Such as 2345678901, abcdefghij, or either backwards. */
    private static boolean isRun(String text) {
        for (int step : new int[] {1, -1}) {
            boolean run = true;
            for (int i = 1; run && i < text.length(); i++) run = follows(text.charAt(i - 1), text.charAt(i), step);
            if (run) return true;
        }
        return false;
    }

    private static boolean follows(char before, char after, int step) {
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        return after - before == step || (digits && (after - before + 10 * step) % 10 == step);
    }

    /** FNV-1a of 64 bits, mixed: quick, and nobody gains by a collision, which would refuse their own password. */
    private static long digest(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
