package org.acides.hiboo.catalog.logo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.acides.hiboo.catalog.api.commands.StoreLogo;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores pictures under the hash of their bytes. */
@Component
class Logos {

    private static final int LARGEST = 256 * 1024;

    private final JdbcClient jdbc;

    Logos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @CommandHandler
    String handle(StoreLogo command) {
        byte[] bytes = command.bytes();
        if (bytes.length > LARGEST) throw new Refused("logo.too-large", LARGEST / 1024);
        Picture picture = Picture.of(bytes).orElseThrow(() -> new Refused("logo.not-a-picture"));
        String name = sha256(bytes);
        jdbc.sql("INSERT INTO catalog.logo (sha256, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .param(name)
                .param(picture.mediaType())
                .param(bytes)
                .update();
        return name;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
