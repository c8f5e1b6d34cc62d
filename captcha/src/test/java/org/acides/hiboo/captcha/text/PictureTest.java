package org.acides.hiboo.captcha.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a picture of a text is. */
class PictureTest {

    @Test
    void everySymbolHasAStroke() throws IOException {
        for (char symbol : Symbols.ALL.toCharArray())
            assertThat(dark(Picture.png(String.valueOf(symbol).repeat(5), new SplittableRandom(symbol))))
                    .as("ink of %s", symbol)
                    .isBetween(0.02, 0.35);
    }

    @Test
    void itIsTheSameAgainAndOfAnotherChallengeAnother() {
        byte[] once = Picture.png("K7MXA", new SplittableRandom(1));
        assertThat(Picture.png("K7MXA", new SplittableRandom(1))).isEqualTo(once);
        assertThat(Picture.png("K7MXA", new SplittableRandom(2))).isNotEqualTo(once);
    }

    @Test
    void sevenSymbolsFitAsWell() throws IOException {
        BufferedImage image = read(Picture.png("WWWWWWW", new SplittableRandom(3)));
        assertThat(image.getWidth()).isEqualTo(520);
        assertThat(image.getHeight()).isEqualTo(180);
    }

    /** A server without fonts, and without fontconfig, has no use for it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void noFontIsLoadedToDrawIt() throws IOException {
        Picture.png("K7MXA", new SplittableRandom(1));
        assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libfontmanager", "libfontconfig");
    }

    private static double dark(byte[] png) throws IOException {
        BufferedImage image = read(png);
        int ink = 0;
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 0; y < image.getHeight(); y++) if (image.getRaster().getSample(x, y, 0) < 100) ink++;
        return (double) ink / (image.getWidth() * image.getHeight());
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
