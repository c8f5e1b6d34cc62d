package org.acides.hiboo.captcha.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
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
    void everySymbolHasAStrokeThatFillsItsBox() {
        for (char symbol : Symbols.ALL.toCharArray()) {
            Rectangle2D bounds = Strokes.of(symbol).getBounds2D();
            assertThat(bounds.getWidth()).as("width of %s", symbol).isBetween(3.5, 4.0);
            assertThat(bounds.getHeight()).as("height of %s", symbol).isBetween(5.5, 6.0);
            assertThat(new Rectangle2D.Double(-2, -3, 4, 6).contains(bounds)).isTrue();
        }
    }

    @Test
    void mostOfItIsPaper() throws IOException {
        for (int seed = 0; seed < 20; seed++)
            assertThat(dark(Picture.png("K7MXA", new SplittableRandom(seed)))).isBetween(0.05, 0.3);
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
