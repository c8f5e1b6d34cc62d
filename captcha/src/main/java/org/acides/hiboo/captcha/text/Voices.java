package org.acides.hiboo.captcha.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Each symbol spelt aloud, in French and English; {@code captcha/voices/speak.sh} made the sounds. */
final class Voices {

    /** Samples a second. */
    static final int RATE = 16_000;

    private Voices() {}

    /** Sound pressure between -1 and 1, {@link #RATE} a second, without silence around. */
    static float[] say(char symbol, Locale language) {
        String name = "/captcha/voices/" + (language.getLanguage().equals("fr") ? "fr" : "en") + "/" + symbol + ".ulaw";
        try (InputStream in = Voices.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("no voice for this symbol");
            byte[] code = in.readAllBytes();
            float[] sound = new float[code.length];
            for (int i = 0; i < sound.length; i++) sound[i] = linear(code[i]);
            return sound;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** µ-law (ITU-T G.711, table 2a): sign, three bits of exponent, four of mantissa, all inverted. */
    private static float linear(byte code) {
        int bits = ~code & 0xff;
        int value = (((bits & 0x0f) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84;
        return ((bits & 0x80) == 0 ? value : -value) / 32_768f;
    }
}
