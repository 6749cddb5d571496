package fr.preau.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is drawn can be read. */
class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @Test
    void aCameraReadsTheAddressThatWasDrawn() throws Exception {
        var address = "https://preau.example/centres/belencontre/activites/atelier-cuisine-du-monde";
        var drawing = QrCode.asPath(address);
        var squares = new BitMatrix(drawing.side());
        var runs = RUN.matcher(drawing.path());
        int read = 0;
        while (runs.find()) {
            squares.setRegion(Integer.parseInt(runs.group(1)), Integer.parseInt(runs.group(2)), Integer.parseInt(runs.group(3)), 1);
            read += runs.group().length();
        }
        assertThat(read).isEqualTo(drawing.path().length());
        assertThat(new Decoder().decode(squares).getText()).isEqualTo(address);
    }
}
