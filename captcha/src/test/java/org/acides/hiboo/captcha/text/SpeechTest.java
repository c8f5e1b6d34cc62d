package org.acides.hiboo.captcha.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the voice of a text is. */
class SpeechTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everySymbolIsSpeltAloud(String language) {
        for (char symbol : Symbols.ALL.toCharArray()) {
            float[] sound = Voices.say(symbol, Locale.of(language));
            assertThat(sound.length / (double) Voices.RATE)
                    .as("seconds of %s", symbol)
                    .isBetween(0.5, 2.5);
            assertThat(loudest(sound)).as("loudness of %s", symbol).isBetween(0.5f, 1f);
        }
    }

    @Test
    void itIsAWaveFileOfSixteenBitsAndAsLongAsItTakesToSpell() throws Exception {
        byte[] wav = Speech.wav("K7MXA", Locale.ENGLISH, new SplittableRandom(1));
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(sound.getFormat().matches(new AudioFormat(Voices.RATE, 16, 1, true, false)))
                    .isTrue();
            assertThat(sound.getFrameLength() / (double) Voices.RATE).isBetween(7.0, 16.0);
        }
    }

    @Test
    void itIsTheSameAgainAndOfAnotherChallengeAnother() {
        byte[] once = Speech.wav("K7MXA", Locale.FRENCH, new SplittableRandom(1));
        assertThat(Speech.wav("K7MXA", Locale.FRENCH, new SplittableRandom(1))).isEqualTo(once);
        assertThat(Speech.wav("K7MXA", Locale.FRENCH, new SplittableRandom(2))).isNotEqualTo(once);
        assertThat(Speech.wav("K7MXA", Locale.ENGLISH, new SplittableRandom(1))).isNotEqualTo(once);
    }

    private static float loudest(float[] sound) {
        float loudest = 0;
        for (float each : sound) loudest = Math.max(loudest, Math.abs(each));
        return loudest;
    }
}
