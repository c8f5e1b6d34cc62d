package org.acides.hiboo.identity.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What services know the profiles by that came from another community. No two profiles of a service ever have one subject. */
@Component
public class KeptSubjects {

    private static final String KEY = "identity.kept-subject";

    private final JdbcClient jdbc;
    private final Keyring keyring;

    KeptSubjects(JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    /** Empty for a profile that was made here, and for one that is erased. */
    public Optional<String> of(ProfileId profile) {
        return jdbc.sql("SELECT subject FROM identity.kept_subject WHERE profile_id = ? AND subject IS NOT NULL")
                .param(profile.value())
                .query(String.class)
                .optional();
    }

    /** @throws Refused {@code arriving.subject-taken}, also when whoever had it is erased */
    void requireFree(ServiceRef service, String subject) {
        boolean taken = jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.kept_subject WHERE mac = ?)")
                .param(mac(service, subject))
                .query(Boolean.class)
                .single();
        if (taken) throw new Refused("arriving.subject-taken");
    }

    /** The MAC under which a subject stays taken, in hex. */
    String reservation(ServiceRef service, String subject) {
        return HexFormat.of().formatHex(mac(service, subject));
    }

    /**
     * In the transaction of the profile's event.
     *
     * @param subject null once the profile is erased
     * @throws Refused {@code arriving.subject-taken}
     */
    void keep(ProfileId profile, String reservation, @Nullable String subject) {
        int kept = jdbc.sql("INSERT INTO identity.kept_subject (profile_id, mac, subject) VALUES (?, ?, ?)"
                        + " ON CONFLICT (mac) DO NOTHING")
                .param(profile.value())
                .param(HexFormat.of().parseHex(reservation))
                .param(subject)
                .update();
        if (kept == 0) throw new Refused("arriving.subject-taken");
    }

    void forget(ProfileId profile) {
        jdbc.sql("UPDATE identity.kept_subject SET subject = NULL WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    private byte[] mac(ServiceRef service, String subject) {
        byte[] text = subject.getBytes(StandardCharsets.UTF_8);
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(16 + text.length)
                        .putLong(service.value().getMostSignificantBits())
                        .putLong(service.value().getLeastSignificantBits())
                        .put(text)
                        .array());
    }
}
