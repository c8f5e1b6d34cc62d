package org.acides.hiboo.catalog.logo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture a browser shows that cannot carry scripts, told by their first bytes. */
enum Picture {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp");

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final String mediaType;

    Picture(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<Picture> of(byte[] bytes) {
        if (has(bytes, 0, PNG_SIGNATURE)) return Optional.of(PNG);
        if (has(bytes, 0, JPEG_START)) return Optional.of(JPEG);
        if (has(bytes, 0, ascii("RIFF")) && has(bytes, 8, ascii("WEBP"))) return Optional.of(WEBP);
        return Optional.empty();
    }

    private static boolean has(byte[] bytes, int from, byte[] expected) {
        return bytes.length >= from + expected.length
                && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
