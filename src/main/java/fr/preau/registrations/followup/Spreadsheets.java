package fr.preau.registrations.followup;

import fr.preau.base.Phone;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * Writes lists of registrations as CSV and XLSX, line by line, with nothing kept in memory. A cell that a spreadsheet would
 * take for a formula is written as text.
 */
@Component
class Spreadsheets {

    private static final List<String> COLUMNS = List.of("household", "last-name", "first-name", "birth-date", "activity", "group", "day", "from",
            "to", "state", "overbooked", "attendance", "channel", "asked", "phone", "mail");
    private static final int LINES_AT_A_TIME = 500;

    private final Texts texts;
    private final CentreService centres;

    Spreadsheets(Texts texts, CentreService centres) {
        this.texts = texts;
        this.centres = centres;
    }

    void csv(OutputStream out, Consumer<Consumer<ExportLine>> lines) throws IOException {
        var zone = centres.current().zone();
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        write(writer, titles());
        lines.accept(line -> write(writer, cells(line, zone).stream().map(Spreadsheets::safe).toList()));
        writer.flush();
    }

    void xlsx(OutputStream out, Consumer<Consumer<ExportLine>> lines) throws IOException {
        var zone = centres.current().zone();
        var workbook = new Workbook(out, "Preau", "1.0");
        var sheet = workbook.newWorksheet(texts.say("registrations.export.sheet"));
        var number = new AtomicInteger();
        Consumer<List<String>> row = cells -> {
            int at = number.getAndIncrement();
            for (int column = 0; column < cells.size(); column++) {
                // Always a text cell: nothing in it is ever computed, and a phone keeps its zero.
                sheet.inlineString(at, column, cells.get(column));
            }
            if (at % LINES_AT_A_TIME == LINES_AT_A_TIME - 1) {
                flush(sheet);
            }
        };
        row.accept(titles());
        lines.accept(line -> row.accept(cells(line, zone)));
        workbook.finish();
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> titles() {
        return COLUMNS.stream().map(column -> texts.say("registrations.export." + column)).toList();
    }

    private List<String> cells(ExportLine line, ZoneId zone) {
        var day = format("registrations.export.format.day");
        var hour = format("registrations.export.format.hour");
        return List.of(line.household(), line.lastName(), line.firstName(), line.birthDate() == null ? "" : day.format(line.birthDate()),
                line.title(), line.group(), at(day, line.startsAt(), zone), at(hour, line.startsAt(), zone), at(hour, line.endsAt(), zone),
                texts.say("registrations.state." + word(line.state())), line.overbooked() ? texts.say("registrations.export.yes") : "",
                line.mark() == null ? "" : texts.say("registrations.mark." + word(line.mark())),
                texts.say("registrations.channel." + word(line.channel())), at(day, line.askedAt(), zone),
                line.phone() == null ? "" : new Phone(line.phone()).shown(), Objects.requireNonNullElse(line.mail(), ""));
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(texts.say(key), texts.language());
    }

    private static String at(DateTimeFormatter format, Instant moment, ZoneId zone) {
        return format.format(moment.atZone(zone));
    }

    private static String word(Enum<?> value) {
        return Texts.word(value);
    }

    /** An apostrophe makes a text of what begins like a formula. */
    static String safe(String cell) {
        if (cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0) {
            return cell;
        }
        return "'" + cell;
    }

    private static void write(Writer out, List<String> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(';');
                }
                out.write('"');
                out.write(cells.get(i).replace("\"", "\"\""));
                out.write('"');
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
