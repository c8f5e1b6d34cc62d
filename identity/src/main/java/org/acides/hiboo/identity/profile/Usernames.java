package org.acides.hiboo.identity.profile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which usernames are taken on which service, for ever once somebody went by them: of two members who race for one name, the
 * slower is refused by the database. Names of erased profiles are kept as MACs.
 */
@Component
public class Usernames {

    private static final String KEY = "identity.reserved-username";

    private final JdbcClient jdbc;
    private final Keyring keyring;

    Usernames(JdbcClient jdbc, Keyring keyring) {
        this.jdbc = jdbc;
        this.keyring = keyring;
    }

    /**
     * In the caller's transaction. A profile may go back to a name of its own.
     *
     * @throws Refused {@code username.taken}, {@code username.confusable}
     */
    public void take(ProfileId profile, ServiceRef service, String username) {
        String skeleton = UsernamePolicy.skeleton(username);
        int taken = jdbc.sql("INSERT INTO identity.taken_username (service_id, skeleton, username, profile_id)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT (service_id, skeleton) DO NOTHING")
                .params(service.value(), skeleton, username, profile.value())
                .update();
        if (taken == 0) requireOwn(profile, service, skeleton, username);
        else if (isReserved(service, skeleton)) throw new Refused("username.taken");
    }

    /** @throws Refused {@code username.taken}, {@code username.confusable}, as {@link #take} would now */
    void requireFree(ServiceRef service, String username) {
        String skeleton = UsernamePolicy.skeleton(username);
        jdbc.sql("SELECT profile_id, username FROM identity.taken_username WHERE service_id = ? AND skeleton = ?")
                .params(service.value(), skeleton)
                .query(Holder::read)
                .optional()
                .ifPresent(holder -> {
                    throw new Refused(holder.username().equals(username) ? "username.taken" : "username.confusable");
                });
        if (isReserved(service, skeleton)) throw new Refused("username.taken");
    }

    /** Those of the skeletons under which an erased profile's name stays taken on the service. */
    public Set<String> reserved(ServiceRef service, Collection<String> skeletons) {
        Map<String, String> byMac = new HashMap<>();
        for (String skeleton : skeletons) byMac.put(HexFormat.of().formatHex(mac(service, skeleton)), skeleton);
        return jdbc
                .sql("SELECT mac FROM identity.reserved_username WHERE mac = ANY(?)")
                .param(byMac.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes(1)))
                .list()
                .stream()
                .map(byMac::get)
                .collect(Collectors.toSet());
    }

    /** Lets anybody have what nobody ever saw the profile go by. */
    void release(ProfileId profile) {
        jdbc.sql("DELETE FROM identity.taken_username WHERE profile_id = ?")
                .param(profile.value())
                .update();
    }

    /** The MACs under which the profile's names stay taken when nothing readable is left of them. */
    List<String> macs(ProfileId profile) {
        return jdbc.sql(
                        "SELECT service_id, skeleton FROM identity.taken_username WHERE profile_id = ? ORDER BY skeleton")
                .param(profile.value())
                .query((row, number) ->
                        HexFormat.of().formatHex(mac(new ServiceRef(row.getObject(1, UUID.class)), row.getString(2))))
                .list();
    }

    void reserve(ProfileId profile, List<String> macs) {
        for (String mac : macs)
            jdbc.sql("INSERT INTO identity.reserved_username (mac) VALUES (?) ON CONFLICT (mac) DO NOTHING")
                    .param(HexFormat.of().parseHex(mac))
                    .update();
        release(profile);
    }

    private void requireOwn(ProfileId profile, ServiceRef service, String skeleton, String username) {
        Holder holder = jdbc.sql("SELECT profile_id, username FROM identity.taken_username"
                        + " WHERE service_id = ? AND skeleton = ?")
                .params(service.value(), skeleton)
                .query(Holder::read)
                .optional()
                .orElseThrow(() -> new Refused("username.taken"));
        if (holder.profile().equals(profile.value())) return;
        throw new Refused(holder.username().equals(username) ? "username.taken" : "username.confusable");
    }

    /** Looked at after the name was taken: an erasure that was under way has been waited for. */
    private boolean isReserved(ServiceRef service, String skeleton) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM identity.reserved_username WHERE mac = ?)")
                .param(mac(service, skeleton))
                .query(Boolean.class)
                .single();
    }

    private byte[] mac(ServiceRef service, String skeleton) {
        byte[] text = skeleton.getBytes(StandardCharsets.UTF_8);
        return keyring.mac(
                KEY,
                ByteBuffer.allocate(16 + text.length)
                        .putLong(service.value().getMostSignificantBits())
                        .putLong(service.value().getLeastSignificantBits())
                        .put(text)
                        .array());
    }

    private record Holder(UUID profile, String username) {
        static Holder read(ResultSet row, int number) throws SQLException {
            return new Holder(row.getObject(1, UUID.class), row.getString(2));
        }
    }
}
