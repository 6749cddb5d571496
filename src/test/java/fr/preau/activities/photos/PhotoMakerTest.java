package fr.preau.activities.photos;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fr.preau.activities.photos.PhotoMaker.Flaw;
import fr.preau.testing.TestPhotos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoMakerTest {

    private final PhotoMaker maker = new PhotoMaker();

    @Test
    void aPhotoIsWrittenAnewInTwoSizesWithItsProportions() throws IOException {
        var made = maker.make(TestPhotos.jpeg(3000, 2000));

        assertThat(made.sizes()).extracting(PhotoMaker.Size::width).containsExactly(480, 960);
        assertThat(made.sizes()).extracting(PhotoMaker.Size::height).containsExactly(320, 640);
        for (var size : made.sizes()) {
            var image = read(size);
            assertThat(image.getWidth()).isEqualTo(size.width());
            assertThat(image.getHeight()).isEqualTo(size.height());
        }
    }

    @Test
    void whereAndWithWhatItWasTakenIsGone() {
        byte[] sent = TestPhotos.taken(800, 600, 1);
        assertThat(text(sent)).contains("Exif", TestPhotos.SECRET);

        for (var size : maker.make(sent).sizes()) {
            assertThat(text(size.content())).doesNotContain("Exif", TestPhotos.SECRET);
        }
    }

    @Test
    void aTelephoneHeldUprightGivesAnUprightPhoto() throws IOException {
        // Left is red and right is blue: turned by a quarter to the right, red is above.
        var size = maker.make(TestPhotos.taken(800, 600, 6)).sizes().getLast();
        assertThat(size.width()).isEqualTo(600);
        assertThat(size.height()).isEqualTo(800);
        assertThat(isRed(read(size), 300, 100)).isTrue();
        assertThat(isRed(read(size), 300, 700)).isFalse();
        assertThat(isRed(read(maker.make(TestPhotos.taken(800, 600, 3)).sizes().getLast()), 700, 300)).as("upside down").isTrue();
        assertThat(isRed(read(maker.make(TestPhotos.taken(800, 600, 8)).sizes().getLast()), 300, 700)).as("to the left").isTrue();
        assertThat(isRed(read(maker.make(TestPhotos.taken(800, 600, 99)).sizes().getLast()), 100, 300)).as("nonsense").isTrue();
    }

    @Test
    void pngAndWebpAreRead() throws IOException {
        assertThat(maker.make(TestPhotos.png(600, 400)).sizes()).extracting(PhotoMaker.Size::width).containsExactly(480, 600);
        try (var webp = Objects.requireNonNull(getClass().getResourceAsStream("photo.webp"))) {
            var made = maker.make(webp.readAllBytes());
            assertThat(made.flaw()).isEmpty();
            assertThat(made.sizes()).extracting(PhotoMaker.Size::width).containsExactly(480, 640);
        }
    }

    @Test
    void aPrintersFileInFourInksKeepsItsColours() throws IOException {
        var made = maker.make(TestPhotos.inFourInks(800, 600));

        assertThat(made.flaw()).isEmpty();
        assertThat(made.sizes()).extracting(PhotoMaker.Size::width).containsExactly(480, 800);
        assertThat(isRed(read(made.sizes().getLast()), 100, 300)).as("on the left").isTrue();
        assertThat(isRed(read(made.sizes().getLast()), 700, 300)).as("on the right").isFalse();
        assertThat(maker.make(TestPhotos.inFourInks(3000, 2000)).sizes()).as("as large as printers' files are").extracting(PhotoMaker.Size::height)
                .containsExactly(320, 640);
    }

    @Test
    void aTelephonesOwnFormatIsToldApartFromWhatIsNoPhoto() {
        assertThat(maker.make(TestPhotos.heic()).flaw()).contains(Flaw.TELEPHONE_FORMAT);
        assertThat(maker.make("\0\0\0\30ftypmp42 a film".getBytes(StandardCharsets.ISO_8859_1)).flaw()).contains(Flaw.UNREADABLE);
        assertThat(maker.make("\0\0\0\30ftyp".getBytes(StandardCharsets.ISO_8859_1)).flaw()).contains(Flaw.UNREADABLE);
    }

    @Test
    void whatIsTransparentIsWhite() throws IOException {
        var image = read(maker.make(TestPhotos.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_ARGB), "png")).sizes().getLast());
        assertThat(new Color(image.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void aSmallPhotoIsNotBlownUpAndATinyOneRefused() {
        assertThat(maker.make(TestPhotos.jpeg(300, 200)).sizes()).extracting(PhotoMaker.Size::width).containsExactly(300);
        assertThat(maker.make(TestPhotos.jpeg(40, 40)).flaw()).contains(Flaw.TOO_SMALL);
    }

    /** As many points as a telephone may send, in a shape that shrinks little before it is read. */
    @ParameterizedTest
    @CsvSource({"12000, 4000", "13000, 3800", "48000, 1000"})
    void aWidePictureTakesNoMoreRoomThanAnother(int width, int height) {
        byte[] sent = TestPhotos.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png");
        long before = takenByThisThread();

        var made = maker.make(sent);

        assertThat(made.sizes()).extracting(PhotoMaker.Size::width).containsExactly(480, 960);
        assertThat(takenByThisThread() - before).isLessThan(75_000_000);
    }

    private static long takenByThisThread() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void aColumnIsCut() {
        assertThat(maker.make(TestPhotos.jpeg(300, 3000)).sizes().getLast().height()).isEqualTo(600);
    }

    @Test
    void noiseStaysLight() {
        var noise = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int x = 0; x < 1600; x++) {
            for (int y = 0; y < 1200; y++) {
                noise.setRGB(x, y, random.nextInt(0xFFFFFF));
            }
        }
        var sizes = maker.make(TestPhotos.write(noise, "jpeg")).sizes();
        assertThat(sizes.getFirst().content().length).isLessThan(45_000);
        assertThat(sizes.getLast().content().length).isLessThan(160_000);
    }

    @Test
    void whatIsNoPhotoIsRefusedWhateverItIsCalled() {
        for (String content : new String[] {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html><script>alert(1)</script>", "%PDF-1.7",
            "RIFF\0\0\0\0WEBPVP8 nonsense", "\u0089PNG\r\n\u001a\nnonsense"}) {
            assertThat(maker.make(content.getBytes(StandardCharsets.ISO_8859_1)).flaw()).as(content).contains(Flaw.UNREADABLE);
        }
        byte[] cut = TestPhotos.png(600, 400);
        assertThat(maker.make(Arrays.copyOf(cut, 60)).flaw()).contains(Flaw.UNREADABLE);
    }

    @Test
    void aBombIsNotDecoded() {
        assertThat(maker.make(TestPhotos.pngThatClaims(60_000, 60_000)).flaw()).contains(Flaw.TOO_MANY_POINTS);
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var color = new Color(image.getRGB(x, y));
        return color.getRed() > 150 && color.getBlue() < 100;
    }

    private static BufferedImage read(PhotoMaker.Size size) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(size.content()));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
