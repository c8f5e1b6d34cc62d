package org.acides.hiboo.identity.migration.password;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.acides.hiboo.identity.credential.HashingTurns;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** Checks passwords against hashes that other applications made, as many at once as sign-in may. */
@Component
public class OldPasswords {

    private static final int LONGEST_HASH = 1_000;
    private static final int LONGEST_PASSWORD = 256;

    private static final List<Family> FAMILIES = List.of(
            new Bcrypt(),
            new Argon2(),
            new UnixCrypt(),
            new Phpass(),
            new WordPress(),
            new Nextcloud(),
            new Passlib(),
            new Discourse(),
            new Django(),
            new Gitea(),
            new Keycloak(),
            new Ldap());

    private final HashingTurns turns;

    OldPasswords(HashingTurns turns) {
        this.turns = turns;
    }

    /**
     * Makes sure that passwords can be checked against it, and at what price.
     *
     * @throws Refused {@code hash.unknown}, {@code hash.malformed}, {@code hash.too-costly}
     */
    public void require(String stored) {
        read(stored);
    }

    /**
     * Whether it is the password that was hashed. What was typed counts as it is, and composed (Unicode NFC and NFKC), for
     * applications differ in what they made of letters with accents.
     *
     * @param pepper what the application put after each password (Synapse, Devise); empty for none
     * @param typed of which more than 256 characters match nothing
     * @throws Refused {@code busy}, and what {@link #require} says
     */
    public boolean matches(String stored, String pepper, String typed) {
        OldHash hash = read(stored);
        return turns.take(() -> candidates(typed).stream().anyMatch(password -> hash.matches(password + pepper)))
                && !typed.isEmpty()
                && typed.length() <= LONGEST_PASSWORD;
    }

    static OldHash read(String stored) {
        if (stored.length() > LONGEST_HASH) throw new Refused("hash.malformed");
        for (Family family : FAMILIES) {
            OldHash hash = family.read(stored);
            if (hash != null) return hash;
        }
        throw new Refused("hash.unknown");
    }

    /** One at least, so that whatever is typed takes its time. */
    private static Set<String> candidates(String typed) {
        String shown = typed.length() > LONGEST_PASSWORD ? typed.substring(0, LONGEST_PASSWORD) : typed;
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(shown);
        candidates.add(Normalizer.normalize(shown, Normalizer.Form.NFC));
        candidates.add(Normalizer.normalize(shown, Normalizer.Form.NFKC));
        return candidates;
    }
}
