package fr.preau.activities.photos;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** A file that somebody sends, by what it is and never by its name: three kinds are read, and no other decoder is ever asked. */
final class SentPhoto {

    /** A telephone of today makes 12 to 50 million points; more is a bomb or a poster. */
    private static final long MOST_POINTS = 50_000_000;
    /** Its decoder holds the whole picture in memory. */
    private static final long MOST_POINTS_OF_WEBP = 16_000_000;
    /** The brands of the telephones' own formats (ISO 23008-12); a film begins like them and has others. */
    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private enum Kind {
        JPEG, PNG, WEBP, HEIF, OTHER
    }

    private final byte[] content;
    private final Kind kind;

    SentPhoto(byte[] content) {
        this.content = content;
        this.kind = kind(content);
    }

    /** None when this is no photo that we read. */
    @Nullable ImageReader reader() throws IOException {
        return switch (kind) {
            case JPEG -> jpegReader();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
            case HEIF, OTHER -> null;
        };
    }

    MemoryCacheImageInputStream open() {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
    }

    /** Whether it is a photo all the same, as some telephones keep theirs. */
    boolean isOfATelephone() {
        return kind == Kind.HEIF;
    }

    long mostPoints() {
        return kind == Kind.WEBP ? MOST_POINTS_OF_WEBP : MOST_POINTS;
    }

    /** How the telephone was held, 1 to 8 (Exif 2.32, tag 274); 1 when it does not say. */
    int orientation() {
        if (kind != Kind.JPEG) {
            return 1;
        }
        try (var input = open()) {
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

    /** The one that also reads the four inks of a printer; it stands upon the JDK's own. */
    private static ImageReader jpegReader() throws IOException {
        for (var known = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true); known.hasNext();) {
            if (known.next() instanceof JPEGImageReaderSpi spi) {
                return spi.createReaderInstance(null);
            }
        }
        throw new IllegalStateException("ImageIO does not know the reader of JPEG that came with the application");
    }

    private static Kind kind(byte[] content) {
        if (begins(content, 0, 'R', 'I', 'F', 'F') && begins(content, 8, 'W', 'E', 'B', 'P')) {
            return Kind.WEBP;
        }
        if (begins(content, 0, 0xFF, 0xD8, 0xFF)) {
            return Kind.JPEG;
        }
        if (begins(content, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Kind.PNG;
        }
        return isHeif(content) ? Kind.HEIF : Kind.OTHER;
    }

    /** HEIC and AVIF: a box "ftyp" comes first. */
    private static boolean isHeif(byte[] content) {
        return begins(content, 4, 'f', 't', 'y', 'p')
                && HEIF.contains(new String(content, 8, Math.min(4, content.length - 8), StandardCharsets.ISO_8859_1));
    }

    private static boolean begins(byte[] content, int at, int... bytes) {
        if (content.length < at + bytes.length) {
            return false;
        }
        for (int place = 0; place < bytes.length; place++) {
            if ((content[at + place] & 0xFF) != bytes[place]) {
                return false;
            }
        }
        return true;
    }
}
