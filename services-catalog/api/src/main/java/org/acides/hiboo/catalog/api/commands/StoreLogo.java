package org.acides.hiboo.catalog.api.commands;

import java.util.Objects;

/**
 * Keeps a picture and answers its SHA-256 in lower-case hex, the name under which {@code /logos/…} serves it. Storing
 * the same bytes twice is the same as once. Refused: {@code logo.too-large} (over 256 KiB), {@code logo.not-a-picture}
 * (the bytes must be PNG, JPEG or WebP, whatever the name says).
 */
public record StoreLogo(byte[] bytes) {

    public StoreLogo {
        Objects.requireNonNull(bytes);
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
