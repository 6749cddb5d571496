package fr.preau.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as telephones send them, half red, half blue. */
public final class TestPhotos {

    /** What a telephone notes in a photo and nobody else should read. */
    public static final String SECRET = "50.7N 3.2E Galaxy A14";

    private TestPhotos() {
    }

    public static byte[] jpeg(int width, int height) {
        return write(picture(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return write(picture(width, height), "png");
    }

    /** A JPEG with what a telephone adds. @param orientation how it was held, as Exif counts */
    public static byte[] taken(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        var tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8)
                .putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        var bytes = ByteBuffer.allocate(plain.length + 10 + tiff.capacity() + secret.length);
        bytes.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + tiff.capacity() + secret.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array()).put(secret).put(plain, 2, plain.length - 2);
        return bytes.array();
    }

    /** As a recent telephone keeps its photos: the beginning is enough to know it. */
    public static byte[] heic() {
        return "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As a printer's program writes: four inks, turned into their contrary, as Adobe does (its marker says so). */
    public static byte[] inFourInks(int width, int height) {
        var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                // Red is magenta and yellow; blue is cyan and magenta.
                inks.setPixel(x, y, x < width / 2 ? new int[] {255, 0, 0, 255} : new int[] {0, 0, 255, 255});
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(new IIOImage(inks, null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] plain = bytes.toByteArray();
        byte[] adobe = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(plain.length + 4 + adobe.length).put(plain, 0, 2).putShort((short) 0xFFEE).putShort((short) (2 + adobe.length))
                .put(adobe).put(plain, 2, plain.length - 2).array();
    }

    /** A few bytes that would become thousands of millions. */
    public static byte[] pngThatClaims(int width, int height) {
        byte[] content = png(2, 2);
        var bytes = ByteBuffer.wrap(content).putInt(16, width).putInt(20, height);
        var sum = new CRC32();
        sum.update(content, 12, 17);
        bytes.putInt(29, (int) sum.getValue());
        return content;
    }

    public static byte[] write(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }
}
