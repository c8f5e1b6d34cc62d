package org.acides.hiboo.identity.saml.naming;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.catalog.api.SamlServiceProvider.NameId;
import org.acides.hiboo.identity.api.SessionId;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.saml.message.NameIdentifier;
import org.acides.hiboo.identity.saml.message.Names;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/** What service providers call profiles. */
@Component
public class NameIdentifiers {

    private static final String TRANSIENT_KEY = "identity.saml-transient";
    private static final Set<String> KNOWN = Set.of(Names.PERSISTENT, Names.TRANSIENT, Names.EMAIL);

    private final Subjects subjects;
    private final Keyring keyring;

    NameIdentifiers(Subjects subjects, Keyring keyring) {
        this.subjects = subjects;
        this.keyring = keyring;
    }

    /** The kind that the service provider gets: the one that it asks for, if it may; empty when it may not. */
    public static Optional<String> format(ServiceProvider provider, String asked) {
        boolean email = provider.definition().nameId() == NameId.EMAIL;
        if (asked.isEmpty() || asked.equals(Names.UNSPECIFIED))
            return Optional.of(email ? Names.EMAIL : Names.PERSISTENT);
        boolean aliasTold = email || !provider.definition().attributes().alias().isEmpty();
        boolean may = KNOWN.contains(asked) && (aliasTold || !asked.equals(Names.EMAIL));
        return may ? Optional.of(asked) : Optional.empty();
    }

    /** @param format one of those that {@link #format} answers */
    public NameIdentifier of(LiveProfile profile, SessionId session, String format) {
        return switch (format) {
            case Names.EMAIL -> new NameIdentifier(format, profile.alias(), false);
            case Names.TRANSIENT -> new NameIdentifier(format, fleeting(profile, session), true);
            default -> new NameIdentifier(Names.PERSISTENT, subjects.of(profile.service(), profile.id()), true);
        };
    }

    /** The same throughout a session, so that it can be signed out by it; no other session's. */
    private String fleeting(LiveProfile profile, SessionId session) {
        byte[] mac = keyring.mac(
                TRANSIENT_KEY, subjects.session(session, profile.id()).getBytes(StandardCharsets.US_ASCII));
        return "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }
}
