package org.acides.hiboo.identity.migration;

import java.util.regex.Pattern;
import org.acides.hiboo.catalog.api.UsernameRules;
import org.acides.hiboo.identity.migration.password.OldPasswords;
import org.acides.hiboo.identity.profile.UsernamePolicy;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list that was understood.
 *
 * @param hash of the old password, or null
 * @param emailHash SHA-256 of the address in lower case, in hex, or null
 */
record OldAccount(
        String handle, @Nullable String hash, @Nullable String emailHash) {

    static final int LONGEST_HANDLE = 100;

    private static final Pattern HANDLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{P}\\p{S}]++(?: [\\p{L}\\p{N}\\p{M}\\p{P}\\p{S}]++)*+");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /**
     * A name that exists is a fact, which the rules for new ones do not judge; but nobody comes to hold a reserved one.
     *
     * @throws Refused {@code handle.…}, {@code hash.…}, {@code email-hash.malformed}, {@code line.proves-nothing}
     */
    void require(UsernameRules rules, OldPasswords passwords) {
        if (handle.isEmpty()) throw new Refused("handle.missing");
        if (handle.length() > LONGEST_HANDLE) throw new Refused("handle.too-long");
        if (!HANDLE.matcher(handle).matches()) throw new Refused("handle.malformed");
        String skeleton = skeleton();
        if (rules.reserved().stream().map(UsernamePolicy::skeleton).anyMatch(skeleton::equals))
            throw new Refused("handle.reserved");
        if (hash == null && emailHash == null) throw new Refused("line.proves-nothing");
        if (hash != null) passwords.require(hash);
        if (emailHash != null && !SHA_256.matcher(emailHash).matches()) throw new Refused("email-hash.malformed");
    }

    static boolean isHandle(String text) {
        return text.length() <= LONGEST_HANDLE && HANDLE.matcher(text).matches();
    }

    String skeleton() {
        return UsernamePolicy.skeleton(handle);
    }

    /** Never shows the hashes: they can be guessed against. */
    @Override
    public String toString() {
        return "OldAccount[]";
    }
}
