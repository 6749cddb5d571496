package fr.preau.activities;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes our own pictures of what somebody sends: it is decoded, turned upright, made smaller and written anew, so that
 * nothing of the file goes on: no place, no telephone, no hidden content. What cannot be decoded is no photo.
 */
@Component
class PhotoMaker {

    /** A telephone of today makes 12 to 50 million points; more is a bomb or a poster. */
    private static final long MOST_POINTS = 50_000_000;
    /** Its decoder holds the whole picture in memory. */
    private static final long MOST_POINTS_OF_WEBP = 16_000_000;
    /** So much is held as a picture, in two copies at 3 and 4 bytes a point: 56 MB. */
    private static final long MOST_POINTS_IN_MEMORY = 8_000_000;
    private static final int LEAST_WIDTH = 200;
    private static final int LEAST_HEIGHT = 100;
    /** Higher than this is a column, which no sheet can show. */
    private static final int MOST_HEIGHT_TO_WIDTH = 2;
    /** The brands of the telephones' own formats (ISO 23008-12); a film begins like them and has others. */
    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");
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
            return decode(sent);
        } catch (IOException | RuntimeException e) {
            // A decoder that stumbles over a broken file does so in many ways; the file is what is wrong.
            return Made.flawed(Flaw.UNREADABLE);
        } finally {
            desks.release();
        }
    }

    private static Made decode(byte[] sent) throws IOException {
        var reader = reader(sent);
        if (reader == null) {
            return Made.flawed(isHeif(sent) ? Flaw.TELEPHONE_FORMAT : Flaw.UNREADABLE);
        }
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            long points = (long) reader.getWidth(0) * reader.getHeight(0);
            if (points > (isWebp(sent) ? MOST_POINTS_OF_WEBP : MOST_POINTS)) {
                return Made.flawed(Flaw.TOO_MANY_POINTS);
            }
            var param = reader.getDefaultReadParam();
            int step = step(reader.getWidth(0), reader.getHeight(0));
            param.setSourceSubsampling(step, step, 0, 0);
            var upright = upright(reader.read(0, param), isJpeg(sent) ? orientation(sent) : 1);
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

    /** By what the file is, never by its name: three kinds, and no other decoder is ever asked. */
    private static @Nullable ImageReader reader(byte[] sent) throws IOException {
        if (isWebp(sent)) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        if (isJpeg(sent)) {
            return jpegReader();
        }
        return isPng(sent) ? ImageIO.getImageReadersByFormatName("png").next() : null;
    }

    /** The one that also reads the four inks of a printer; it stands upon the JDK's own. */
    private static ImageReader jpegReader() throws IOException {
        for (var known = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true); known.hasNext();) {
            if (known.next() instanceof JPEGImageReaderSpi spi) {
                return spi.createReaderInstance(null);
            }
        }
        throw new IllegalStateException("ImageIO does not know the reader of JPEG that came with the application");
    }

    private static boolean isJpeg(byte[] sent) {
        return begins(sent, 0, 0xFF, 0xD8, 0xFF);
    }

    private static boolean isPng(byte[] sent) {
        return begins(sent, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    private static boolean isWebp(byte[] sent) {
        return begins(sent, 0, 'R', 'I', 'F', 'F') && begins(sent, 8, 'W', 'E', 'B', 'P');
    }

    /** HEIC and AVIF, as some telephones keep their photos: a box "ftyp" comes first. */
    private static boolean isHeif(byte[] sent) {
        return begins(sent, 4, 'f', 't', 'y', 'p')
                && HEIF.contains(new String(sent, 8, Math.min(4, sent.length - 8), StandardCharsets.ISO_8859_1));
    }

    private static boolean begins(byte[] sent, int at, int... bytes) {
        if (sent.length < at + bytes.length) {
            return false;
        }
        for (int place = 0; place < bytes.length; place++) {
            if ((sent[at + place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }

    /** How the telephone was held, 1 to 8 (Exif 2.32, tag 274); 1 when it does not say. */
    private static int orientation(byte[] sent) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            var segments = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
            if (segments.isEmpty()) {
                return 1;
            }
            var exif = segments.getFirst().data();
            exif.skipNBytes(1);
            try (var tiff = new MemoryCacheImageInputStream(exif)) {
                var entry = new TIFFReader().read(tiff).getEntryById(TIFF.TAG_ORIENTATION);
                return entry != null && entry.getValue() instanceof Number number && number.intValue() >= 1 && number.intValue() <= 8
                        ? number.intValue() : 1;
            }
        } catch (IOException | RuntimeException e) {
            return 1;
        }
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
