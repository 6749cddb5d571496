package fr.preau.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws plain shapes on a sheet, one over the other. */
class DemoPen {

    static final int WIDTH = 960;
    static final int HEIGHT = 540;

    private final BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = sheet.createGraphics();

    DemoPen() {
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    void box(Color color, int x, int y, int width, int height) {
        fill(color, new Rectangle2D.Double(x, y, width, height));
    }

    void round(Color color, int x, int y, int width, int height, int corner) {
        fill(color, new RoundRectangle2D.Double(x, y, width, height, corner, corner));
    }

    void disc(Color color, int x, int y, int radius) {
        fill(color, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Through these points, x and y in turn, and back to the first. */
    void corners(Color color, double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        fill(color, path);
    }

    void fill(Color color, Shape shape) {
        pen.setColor(color);
        pen.fill(shape);
    }

    void line(Color color, int width, CubicCurve2D way) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(way);
    }

    /** The sheet as a file that somebody would send; nothing is drawn on it after that. */
    InputStream png() {
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
