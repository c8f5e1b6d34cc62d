package org.acides.hiboo.identity.oidc.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * A client secret as it is kept.
 *
 * @param hash SHA-256
 * @param endsAt from when on it is refused
 */
record StoredSecret(byte[] hash, Instant endsAt) {

    private static final int HEX = 64;

    static StoredSecret read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
        return new StoredSecret(
                row.getBytes("hash"), ends == null ? Instant.ofEpochMilli(Long.MAX_VALUE) : ends.toInstant());
    }

    /** 64 hexadecimal digits of the hash, then the end in milliseconds. */
    static StoredSecret parse(String text) {
        return new StoredSecret(
                HexFormat.of().parseHex(text, 0, HEX), Instant.ofEpochMilli(Long.parseLong(text.substring(HEX))));
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(hash) + endsAt.toEpochMilli();
    }
}
