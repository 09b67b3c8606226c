package org.quittance.correspondence.letter;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Draws the text of an {@code <object>} as a QR code, in lines that stay sharp at any size.
 *
 * <p>Error level M and version 13 at most, as EPC069-12 wants them; four modules around it stay white. Nothing is fetched for it.
 */
final class ScanCode implements FSObjectDrawer {

    /** The media type by which a template asks for one. */
    private static final String TYPE = "application/x-scan-code";

    private static final int LARGEST_VERSION = 13;
    private static final int BEST_MASK = -1;
    private static final int QUIET_ZONE = 4;

    static FSObjectDrawerFactory drawers() {
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(TYPE, new ScanCode());
        return drawers;
    }

    @Override
    public Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        QrCode code = encoded(object.getTextContent().strip());
        float side = (float) (Math.min(width, height) / dotsPerPixel);
        device.drawWithGraphics((float) x, (float) y, side, side, graphics -> draw(code, graphics, side));
        return Map.of();
    }

    private static QrCode encoded(String payload) {
        QrSegment bytes = QrSegment.makeBytes(payload.getBytes(StandardCharsets.UTF_8));
        return QrCode.encodeSegments(List.of(bytes), Ecc.MEDIUM, QrCode.MIN_VERSION, LARGEST_VERSION, BEST_MASK, false);
    }

    private static void draw(QrCode code, Graphics2D graphics, double side) {
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, side, side));
        double module = side / (code.size + 2 * QUIET_ZONE);
        graphics.translate(QUIET_ZONE * module, QUIET_ZONE * module);
        graphics.scale(module, module);
        graphics.setColor(Color.BLACK);
        graphics.fill(dark(code));
    }

    /** All dark modules as one shape, each row in as few rectangles as it needs, so that no seam shows between them. */
    private static Shape dark(QrCode code) {
        Path2D dark = new Path2D.Double();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    dark.append(new Rectangle2D.Double(from, y, x - from, 1), false);
                }
                x++;
            }
        }
        return dark;
    }
}
