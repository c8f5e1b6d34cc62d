package org.acides.hiboo.captcha.text;

import java.awt.geom.Path2D;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a pen draws each symbol, in a box four wide and six high: a font would need what a bare server lacks. Written as SVG
 * paths are (SVG 2 §9.3), with M, L and Q alone.
 */
final class Strokes {

    private static final Pattern STEP = Pattern.compile("([MLQ])([^MLQ]+)");

    private static final Map<Character, Path2D> PATHS = Map.ofEntries(
                    Map.entry('3', "M0 .8 Q.4 0 2 0 Q4 0 4 1.5 Q4 3 1.5 3 Q4 3 4 4.5 Q4 6 2 6 Q.3 6 0 5"),
                    Map.entry('4', "M3 6 L3 0 L0 4 L4 4"),
                    Map.entry('6', "M3.6 .3 Q0 .8 0 4.2 Q0 6 2 6 Q4 6 4 4.3 Q4 2.6 2.1 2.6 Q.4 2.6 .1 4"),
                    Map.entry('7', "M0 0 L4 0 L1.4 6 M1.2 3 L3.6 3"),
                    Map.entry('9', "M.4 5.7 Q4 5.2 4 1.8 Q4 0 2 0 Q0 0 0 1.7 Q0 3.4 1.9 3.4 Q3.6 3.4 3.9 2"),
                    Map.entry('A', "M0 6 L2 0 L4 6 M.7 4 L3.3 4"),
                    Map.entry('C', "M3.9 1 Q3.4 0 2.1 0 Q0 0 0 3 Q0 6 2.1 6 Q3.4 6 3.9 5"),
                    Map.entry('E', "M4 0 L0 0 L0 6 L4 6 M0 3 L3.2 3"),
                    Map.entry('F', "M4 0 L0 0 L0 6 M0 3 L3.2 3"),
                    Map.entry('H', "M0 0 L0 6 M4 0 L4 6 M0 3 L4 3"),
                    Map.entry('J', "M1.4 0 L4 0 M3 0 L3 4.3 Q3 6 1.6 6 Q.3 6 0 4.8"),
                    Map.entry('K', "M0 0 L0 6 M3.8 0 L0 3.6 M1.3 2.5 L4 6"),
                    Map.entry('M', "M0 6 L.2 0 L2 3.6 L3.8 0 L4 6"),
                    Map.entry('N', "M0 6 L0 0 L4 6 L4 0"),
                    Map.entry('P', "M0 6 L0 0 L2.2 0 Q4 0 4 1.6 Q4 3.2 2.2 3.2 L0 3.2"),
                    Map.entry('R', "M0 6 L0 0 L2.2 0 Q4 0 4 1.6 Q4 3.2 2.2 3.2 L0 3.2 M1.9 3.2 L4 6"),
                    Map.entry('T', "M0 0 L4 0 M2 0 L2 6"),
                    Map.entry('V', "M0 0 L2 6 L4 0"),
                    Map.entry('W', "M0 0 L1 6 L2 2 L3 6 L4 0"),
                    Map.entry('X', "M0 0 L4 6 M4 0 L0 6"),
                    Map.entry('Y', "M0 0 L2 3 L4 0 M2 3 L2 6"))
            .entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> path(each.getValue())));

    private Strokes() {}

    /** A path of its own for each caller, its middle at the origin. */
    static Path2D of(char symbol) {
        Path2D path = PATHS.get(symbol);
        if (path == null) throw new IllegalArgumentException("no stroke for this symbol");
        return new Path2D.Double(path);
    }

    private static Path2D path(String text) {
        Path2D path = new Path2D.Double();
        Matcher steps = STEP.matcher(text);
        steps.results().forEach(step -> add(path, step));
        return path;
    }

    private static void add(Path2D path, MatchResult step) {
        String[] parts = step.group(2).strip().split(" ");
        double[] at = new double[parts.length];
        for (int i = 0; i < at.length; i++) at[i] = Double.parseDouble(parts[i]) - (i % 2 == 0 ? 2 : 3);
        switch (step.group(1)) {
            case "M" -> path.moveTo(at[0], at[1]);
            case "L" -> path.lineTo(at[0], at[1]);
            default -> path.quadTo(at[0], at[1], at[2], at[3]);
        }
    }
}
