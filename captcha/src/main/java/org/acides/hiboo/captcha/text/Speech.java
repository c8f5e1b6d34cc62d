package org.acides.hiboo.captcha.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A text, spelt aloud: each symbol at a pitch, pace and loudness of its own, over noise and over quiet voices that speak
 * backwards.
 */
final class Speech {

    private static final int HEADER = 44;
    private static final float NOISE = 0.005f;
    private static final float MURMUR = 0.045f;

    private Speech() {}

    /**
     * A WAV file: 16 bits, mono, {@link Voices#RATE} a second, 30 kB a second.
     *
     * @param random the same seed speaks the same way
     */
    static byte[] wav(String text, Locale language, RandomGenerator random) {
        List<float[]> said = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        int at = seconds(random.nextDouble(0.4, 0.7));
        for (char symbol : text.toCharArray()) {
            float[] sound = stretch(Voices.say(symbol, language), random.nextDouble(0.92, 1.1));
            said.add(sound);
            starts.add(at);
            at += sound.length + seconds(random.nextDouble(0.45, 0.8));
        }
        float[] mix = noise(at, random);
        murmur(mix, language, random);
        for (int i = 0; i < said.size(); i++) add(mix, starts.get(i), said.get(i), random.nextFloat(0.75f, 0.95f));
        return file(mix);
    }

    /** Slower and lower, or quicker and higher. */
    private static float[] stretch(float[] sound, double pace) {
        float[] stretched = new float[(int) ((sound.length - 1) / pace)];
        for (int i = 0; i < stretched.length; i++) {
            double from = i * pace;
            int before = (int) from;
            float part = (float) (from - before);
            stretched[i] = sound[before] * (1 - part) + sound[before + 1] * part;
        }
        return stretched;
    }

    private static float[] noise(int length, RandomGenerator random) {
        float[] noise = new float[length];
        float last = 0;
        for (int i = 0; i < length; i++) {
            last = 0.7f * last + NOISE * random.nextFloat(-1, 1);
            noise[i] = last;
        }
        return noise;
    }

    private static void murmur(float[] mix, Locale language, RandomGenerator random) {
        int at = 0;
        while (at < mix.length) {
            float[] sound = Voices.say(Symbols.some(1, random).charAt(0), language);
            for (int i = 0, j = sound.length - 1; i < j; i++, j--) {
                float other = sound[i];
                sound[i] = sound[j];
                sound[j] = other;
            }
            add(mix, at, sound, MURMUR);
            at += sound.length;
        }
    }

    private static void add(float[] mix, int start, float[] sound, float loudness) {
        int end = Math.min(mix.length, start + sound.length);
        for (int i = start; i < end; i++) mix[i] += loudness * sound[i - start];
    }

    private static byte[] file(float[] sound) {
        int size = sound.length * 2;
        ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(Voices.RATE).putInt(Voices.RATE * 2);
        file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(size);
        for (float each : sound) file.putShort((short) (Math.clamp(each, -1f, 1f) * Short.MAX_VALUE));
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int seconds(double many) {
        return (int) (many * Voices.RATE);
    }
}
