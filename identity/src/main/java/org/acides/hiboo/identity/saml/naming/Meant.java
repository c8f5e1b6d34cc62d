package org.acides.hiboo.identity.saml.naming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.saml.message.Names;
import org.springframework.stereotype.Component;

/** Knows profiles by the names that service providers call them. */
@Component
public class Meant {

    private final Profiles profiles;
    private final NameIdentifiers names;

    Meant(Profiles profiles, NameIdentifiers names) {
        this.profiles = profiles;
        this.names = names;
    }

    /**
     * Whether a live profile goes by that name, of whichever kind.
     *
     * @param who whose profile it is
     */
    public boolean by(String name, SignedIn who, ProfileId profile) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        return profiles.find(profile).stream()
                .flatMap(live -> Stream.of(Names.PERSISTENT, Names.EMAIL, Names.TRANSIENT)
                        .map(format -> names.of(live, who.session(), format).value()))
                .anyMatch(own -> MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), wanted));
    }
}
