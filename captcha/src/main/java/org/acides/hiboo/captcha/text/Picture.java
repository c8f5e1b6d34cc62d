package org.acides.hiboo.captcha.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A text, drawn for people: dark ink on light paper, bent, crossed by lines as dark as itself and by scratches. */
final class Picture {

    static final int WIDTH = 520;
    static final int HEIGHT = 180;

    private static final int MARGIN = 34;

    private final RandomGenerator random;
    private final Warp warp;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D pen = image.createGraphics();

    private Picture(RandomGenerator random) {
        this.random = random;
        warp = new Warp(random);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /**
     * A PNG of {@link #WIDTH} by {@link #HEIGHT} pixels, to be shown at half that size.
     *
     * @param random the same seed draws the same picture
     */
    static byte[] png(String text, RandomGenerator random) {
        Picture picture = new Picture(random);
        try {
            picture.draw(text);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_000);
            // With a stream of its own, ImageIO writes no temporary file.
            try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                ImageIO.write(picture.image, "png", out);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            picture.pen.dispose();
        }
    }

    private void draw(String text) {
        pen.setColor(gray(238, 252));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        specks(70, 2, 5);
        double room = (WIDTH - 2.0 * MARGIN) / text.length();
        for (int i = 0; i < text.length(); i++) symbol(text.charAt(i), MARGIN + room * (i + 0.5), room);
        for (int i = 0; i < 3; i++) across(gray(20, 70), random.nextDouble(2.2, 4));
        for (int i = 0; i < 3; i++) across(gray(235, 250), random.nextDouble(2, 3.5));
        specks(25, 3, 6);
    }

    private void symbol(char symbol, double x, double room) {
        double size = random.nextDouble(0.86, 1.04);
        AffineTransform place = AffineTransform.getTranslateInstance(
                x + random.nextDouble(-0.05, 0.05) * room, HEIGHT / 2.0 + random.nextDouble(-11, 11));
        place.rotate(random.nextDouble(-0.26, 0.26));
        place.shear(random.nextDouble(-0.2, 0.2), 0);
        place.scale(size * Math.min(16, room / 6), size * 18);
        pen.setColor(gray(15, 60));
        pen.setStroke(round(random.nextDouble(6.5, 10.5)));
        pen.draw(warp.bend(place.createTransformedShape(Strokes.of(symbol))));
    }

    private void across(Color ink, double width) {
        Path2D line = new Path2D.Double();
        line.moveTo(random.nextDouble(10, 60), random.nextDouble(25, HEIGHT - 25));
        line.curveTo(
                random.nextDouble(120, 220),
                random.nextDouble(HEIGHT),
                random.nextDouble(300, 400),
                random.nextDouble(HEIGHT),
                random.nextDouble(WIDTH - 60, WIDTH - 10),
                random.nextDouble(25, HEIGHT - 25));
        pen.setColor(ink);
        pen.setStroke(round(width));
        pen.draw(warp.bend(line));
    }

    private void specks(int many, double least, double most) {
        for (int i = 0; i < many; i++) {
            double size = random.nextDouble(least, most);
            pen.setColor(gray(30, 160));
            pen.fill(new Ellipse2D.Double(random.nextDouble(WIDTH), random.nextDouble(HEIGHT), size, size));
        }
    }

    private Color gray(int darkest, int lightest) {
        int value = random.nextInt(darkest, lightest);
        return new Color(value, value, value);
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
