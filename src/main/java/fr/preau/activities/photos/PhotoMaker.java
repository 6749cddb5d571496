package fr.preau.activities.photos;

import fr.preau.activities.Photo;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes our own pictures of what somebody sends: it is decoded, turned upright, made smaller and written anew, so that
 * nothing of the file goes on: no place, no telephone, no hidden content. What cannot be decoded is no photo.
 */
@Component
class PhotoMaker {

    /** So much is held as a picture, in two copies at 3 and 4 bytes a point: 56 MB. */
    private static final long MOST_POINTS_IN_MEMORY = 8_000_000;
    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 100;
    /** Higher than this is a column, which no sheet can show. */
    private static final int MOST_HEIGHT_TO_WIDTH = 2;
    private static final float[] QUALITIES = {0.82f, 0.74f, 0.66f, 0.58f, 0.5f, 0.4f, 0.3f};
    private static final int SMALL_BYTES = 40_000;
    private static final int LARGE_BYTES = 110_000;

    /** Two at a time: each needs some 50 MB for a moment. */
    private final Semaphore desks = new Semaphore(2);

    /** A size, written as JPEG. */
    record Size(int width, int height, byte[] content) {
    }

    /** Why it cannot be a photo of ours. */
    enum Flaw {
        UNREADABLE, TELEPHONE_FORMAT, TOO_SMALL, TOO_MANY_POINTS
    }

    /** What became of it: the sizes, the largest last, or a flaw. */
    record Made(List<Size> sizes, Optional<Flaw> flaw) {

        static Made flawed(Flaw flaw) {
            return new Made(List.of(), Optional.of(flaw));
        }
    }

    Made make(byte[] sent) {
        desks.acquireUninterruptibly();
        try {
            return decode(new SentPhoto(sent));
        } catch (IOException | RuntimeException e) {
            // A decoder that stumbles over a broken file does so in many ways; the file is what is wrong.
            return Made.flawed(Flaw.UNREADABLE);
        } finally {
            desks.release();
        }
    }

    private static Made decode(SentPhoto sent) throws IOException {
        var reader = sent.reader();
        if (reader == null) {
            return Made.flawed(sent.isOfATelephone() ? Flaw.TELEPHONE_FORMAT : Flaw.UNREADABLE);
        }
        try (var input = sent.open()) {
            reader.setInput(input, true, true);
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            if (points > sent.mostPoints()) {
                return Made.flawed(Flaw.TOO_MANY_POINTS);
            }
            var param = reader.getDefaultReadParam();
            int step = step(reader.getWidth(0), reader.getHeight(0));
            param.setSourceSubsampling(step, step, 0, 0);
            var upright = upright(reader.read(0, param), sent.orientation());
            if (upright.getWidth() < LEAST_WIDTH || upright.getHeight() < LEAST_HEIGHT) {
                return Made.flawed(Flaw.TOO_SMALL);
            }
            return new Made(sizes(upright), Optional.empty());
        } finally {
            reader.dispose();
        }
    }

    /** One point of so many is read, each way: enough for twice what we show, and of a wide picture no more than there is room for. */
    private static int step(int width, int height) {
        int step = Math.max(1, Math.min(width, height) / (2 * Photo.LARGE));
        while ((long) (width / step) * (height / step) > MOST_POINTS_IN_MEMORY) {
            step++;
        }
        return step;
    }

    /** On white, since JPEG knows no transparency, and cut when it is a column. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        boolean turned = orientation >= 5;
        double width = image.getWidth();
        double height = image.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        int newWidth = turned ? image.getHeight() : image.getWidth();
        int newHeight = turned ? image.getWidth() : image.getHeight();
        int shown = Math.min(newHeight, newWidth * MOST_HEIGHT_TO_WIDTH);
        var upright = new BufferedImage(newWidth, shown, BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, newWidth, shown);
        pen.translate(0, (shown - newHeight) / 2);
        pen.drawImage(image, turn, null);
        pen.dispose();
        return upright;
    }

    private static List<Size> sizes(BufferedImage image) throws IOException {
        var sizes = new ArrayList<Size>();
        int largest = Math.min(image.getWidth(), Photo.LARGE);
        if (largest > Photo.SMALL) {
            sizes.add(write(scaled(image, Photo.SMALL), SMALL_BYTES));
        }
        sizes.add(write(scaled(image, largest), LARGE_BYTES));
        return sizes;
    }

    /** By halves, since one large step loses lines. */
    private static BufferedImage scaled(BufferedImage image, int width) {
        var now = image;
        while (now.getWidth() > width) {
            int next = Math.max(width, now.getWidth() / 2);
            int height = Math.max(1, Math.round((float) now.getHeight() * next / now.getWidth()));
            var smaller = new BufferedImage(next, height, BufferedImage.TYPE_INT_RGB);
            var pen = smaller.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(now, 0, 0, next, height, null);
            pen.dispose();
            now = smaller;
        }
        return now;
    }

    /** As fine as fits in so many bytes. Nothing but the points is written: no metadata of the first file. */
    private static Size write(BufferedImage image, int mostBytes) throws IOException {
        byte[] content = {};
        for (float quality : QUALITIES) {
            content = write(image, quality);
            if (content.length <= mostBytes) {
                break;
            }
        }
        return new Size(image.getWidth(), image.getHeight(), content);
    }

    private static byte[] write(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
