package org.acides.hiboo.captcha.text;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.random.RandomGenerator;

/** Bends a whole picture as a wavy mirror would. */
final class Warp {

    private static final double STEP = 5;

    private final double phaseX;
    private final double phaseY;
    private final double deepX;
    private final double deepY;
    private final double longX;
    private final double longY;

    Warp(RandomGenerator random) {
        phaseX = random.nextDouble(2 * Math.PI);
        phaseY = random.nextDouble(2 * Math.PI);
        deepX = random.nextDouble(4, 8);
        deepY = random.nextDouble(6, 12);
        longX = random.nextDouble(60, 110);
        longY = random.nextDouble(90, 160);
    }

    Path2D bend(Shape shape) {
        Path2D bent = new Path2D.Double();
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator steps = shape.getPathIterator(null, 0.5); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(to);
            if (kind == PathIterator.SEG_MOVETO) bent.moveTo(x(to[0], to[1]), y(to[0], to[1]));
            else if (kind == PathIterator.SEG_LINETO) {
                int parts = (int) Math.ceil(Math.hypot(to[0] - x, to[1] - y) / STEP);
                for (int i = 1; i <= parts; i++) {
                    double atX = x + (to[0] - x) * i / parts;
                    double atY = y + (to[1] - y) * i / parts;
                    bent.lineTo(x(atX, atY), y(atX, atY));
                }
            }
            x = to[0];
            y = to[1];
        }
        return bent;
    }

    private double x(double x, double y) {
        return x + deepX * Math.sin(y / longX * 2 + phaseX);
    }

    private double y(double x, double y) {
        return y + deepY * Math.sin(x / longY * 2 + phaseY);
    }
}
