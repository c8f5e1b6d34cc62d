package org.acides.hiboo.identity.migration;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;

/** A file's lines one after the other, in little memory however long they are. */
final class Lines {

    static final int LONGEST_LINE = 4_000;
    static final int MOST_LINES = 200_000;
    static final int MOST_MIB = 64;

    private final InputStream file;
    private final long mostBytes;
    private int number;
    private long read;

    Lines(InputStream file) {
        this(file, (long) MOST_MIB << 20);
    }

    Lines(InputStream file, long mostBytes) {
        this.file = new BufferedInputStream(file, 1 << 16);
        this.mostBytes = mostBytes;
    }

    /** Of the line that came last, from 1. */
    int number() {
        return number;
    }

    /**
     * The next line without its end, or null after the last; one byte more than the longest of a line that is longer.
     *
     * @throws Refused {@code list.too-long}
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int one = file.read();
        if (one < 0) return null;
        if (++number > MOST_LINES) throw tooLong();
        for (; one >= 0 && one != '\n'; one = file.read()) {
            if (++read > mostBytes) throw tooLong();
            if (line.size() <= LONGEST_LINE) line.write(one);
        }
        return line.toByteArray();
    }

    private static Refused tooLong() {
        return new Refused("list.too-long", MOST_MIB, MOST_LINES);
    }
}
