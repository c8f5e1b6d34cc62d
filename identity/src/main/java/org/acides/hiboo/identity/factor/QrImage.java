package org.acides.hiboo.identity.factor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code (ISO/IEC 18004) as a picture that a page holds itself: nobody else is asked to draw it.
 *
 * @param size of the picture, in modules, with the quiet zone around it
 * @param path an SVG path of strokes one module wide
 */
public record QrImage(int size, String path) {

    private static final int QUIET = 4;

    public static QrImage of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++)
            for (int x = 0; x < code.size; x++) {
                int run = 0;
                while (code.getModule(x + run, y)) run++;
                if (run == 0) continue;
                path.append('M')
                        .append(x + QUIET)
                        .append(' ')
                        .append(y + QUIET)
                        .append(".5h")
                        .append(run);
                x += run;
            }
        return new QrImage(code.size + 2 * QUIET, path.toString());
    }
}
