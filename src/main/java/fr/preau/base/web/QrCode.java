package fr.preau.base.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws a QR code that stands in the page itself: nothing secret gets an address of its own, and paper needs no second request. */
public final class QrCode {

    private static final int SIDE = 240;

    private QrCode() {
    }

    /** A drawing for paper: the side in squares, and the dark squares as the {@code d} of an SVG path. */
    public record Drawing(int side, String path) {
    }

    /** As a picture, for a screen that a camera looks at. */
    public static String asPng(String content) {
        try {
            var bits = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, SIDE, SIDE,
                    Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.MARGIN, 2));
            var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    image.setRGB(x, y, bits.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As lines, sharp at any size: one for each run of dark squares. */
    public static Drawing asPath(String content) {
        try {
            var squares = Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    int run = runOfDark(squares, x, y);
                    if (run > 0) {
                        path.append('M').append(x).append(' ').append(y).append('h').append(run).append("v1h-").append(run).append('z');
                        x += run;
                    }
                }
            }
            return new Drawing(squares.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static int runOfDark(ByteMatrix squares, int x, int y) {
        int run = 0;
        while (x + run < squares.getWidth() && squares.get(x + run, y) == 1) {
            run++;
        }
        return run;
    }
}
