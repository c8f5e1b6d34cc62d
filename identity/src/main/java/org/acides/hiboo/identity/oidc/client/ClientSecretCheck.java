package org.acides.hiboo.identity.oidc.client;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Tells whether a client knows one of its secrets, in a time that does not depend on which. It is no bean of the type
 * {@link PasswordEncoder}, for people's passwords are none of its business.
 */
@Component
public class ClientSecretCheck {

    private final Clock clock;

    ClientSecretCheck(Clock clock) {
        this.clock = clock;
    }

    public PasswordEncoder encoder() {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence secret) {
                throw new UnsupportedOperationException("secrets are issued, not chosen");
            }

            @Override
            public boolean matches(@Nullable CharSequence secret, @Nullable String stored) {
                return secret != null && stored != null && known(secret.toString(), stored);
            }
        };
    }

    private boolean known(String secret, String stored) {
        if (secret.length() > 200) return false;
        byte[] hash = Secret.digest(secret);
        Instant now = clock.instant();
        boolean known = false;
        for (String each : stored.split(" ")) {
            StoredSecret one = StoredSecret.parse(each);
            known |= MessageDigest.isEqual(one.hash(), hash) & now.isBefore(one.endsAt());
        }
        return known;
    }
}
