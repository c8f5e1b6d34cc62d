package org.acides.hiboo.identity.saml.signon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Attributes;
import org.acides.hiboo.identity.entry.Step;
import org.acides.hiboo.identity.oidc.Subjects;
import org.acides.hiboo.identity.profile.LiveProfile;
import org.acides.hiboo.identity.profile.Profiles;
import org.acides.hiboo.identity.saml.Endpoints;
import org.acides.hiboo.identity.saml.Refusal;
import org.acides.hiboo.identity.saml.Refusal.Why;
import org.acides.hiboo.identity.saml.message.Assertion;
import org.acides.hiboo.identity.saml.message.NameIdentifier;
import org.acides.hiboo.identity.saml.naming.NameIdentifiers;
import org.acides.hiboo.identity.saml.provider.ServiceProvider;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.springframework.stereotype.Component;

/** Says of a profile what its service provider is told: a name, a session, the attributes that it reads. */
@Component
class Assertions {

    private static final String BLUR_KEY = "identity.saml-proved-at";
    private static final int BLUR_SECONDS = 3600;

    private final NameIdentifiers names;
    private final Profiles profiles;
    private final Subjects subjects;
    private final Endpoints endpoints;
    private final Keyring keyring;
    private final Clock clock;

    Assertions(
            NameIdentifiers names,
            Profiles profiles,
            Subjects subjects,
            Endpoints endpoints,
            Keyring keyring,
            Clock clock) {
        this.names = names;
        this.profiles = profiles;
        this.subjects = subjects;
        this.endpoints = endpoints;
        this.keyring = keyring;
        this.clock = clock;
    }

    Assertion about(ServiceProvider provider, SignOn signOn, Step.Enter entered) {
        LiveProfile profile = profiles.find(entered.profile()).orElseThrow(() -> new Refusal(Why.STALE));
        String session = subjects.session(entered.who().session(), profile.id());
        NameIdentifier name = names.of(profile, entered.who().session(), signOn.format());
        String context = Levels.named(
                        signOn.contexts(), signOn.comparison(), entered.who().methods())
                .orElseThrow(() -> new IllegalStateException("the dialogue let somebody in below the level"));
        return new Assertion(
                endpoints.entityId(),
                provider.entityId(),
                signOn.consumer(),
                signOn.requestId(),
                name,
                session,
                provedAt(signOn, entered, session),
                context,
                attributes(provider.definition().attributes(), profile),
                clock.instant());
    }

    /**
     * The truth for who asked for proof. Others are told a time before it, up to an hour, by a secret of session and
     * profile: to the second it would be the same for each of the person's profiles.
     */
    private Instant provedAt(SignOn signOn, Step.Enter entered, String session) {
        Instant proved = entered.who().authenticatedAt();
        return signOn.afresh() ? proved : proved.minusSeconds(blur(session));
    }

    private long blur(String session) {
        byte[] secret = keyring.mac(BLUR_KEY, session.getBytes(StandardCharsets.US_ASCII));
        return Math.floorMod(ByteBuffer.wrap(secret).getLong(), BLUR_SECONDS);
    }

    private static Map<String, String> attributes(Attributes read, LiveProfile profile) {
        Map<String, String> values = new HashMap<>();
        if (!read.displayName().isEmpty()) values.put(read.displayName(), profile.username());
        if (!read.username().isEmpty()) values.put(read.username(), profile.username());
        if (!read.alias().isEmpty()) values.put(read.alias(), profile.alias());
        return values;
    }
}
