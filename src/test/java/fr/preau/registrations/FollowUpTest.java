package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import fr.preau.registrations.FollowUpFilter.Show;
import fr.preau.registrations.Town.Family;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class FollowUpTest extends RegistrationsTest {

    @Autowired
    FollowUpService followUp;
    @Autowired
    TodayService today;

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
    void each_request_is_one_line_with_its_state_and_rank() {
        var lines = page(FollowUpFilter.of(Show.ALL));

        assertThat(lines).extracting(FollowUpLine::state).containsExactly(RegistrationState.WAITING, RegistrationState.CONFIRMED);
        assertThat(lines.getFirst().rank()).isEqualTo(1);
        assertThat(page(FollowUpFilter.of(Show.WAITING))).hasSize(1);
        assertThat(page(FollowUpFilter.of(Show.CONFIRMED))).hasSize(1);
        assertThat(page(FollowUpFilter.of(Show.ENDED))).isEmpty();
    }

    @Test
    void words_find_names_and_titles_whatever_their_accents_and_order() {
        assertThat(page(words("elodie amina"))).hasSize(1);
        assertThat(page(words("hondt"))).hasSize(1);
        assertThat(page(words("CUISINE"))).hasSize(2);
        assertThat(page(words("quelqu’un d’autre"))).isEmpty();
    }

    @Test
    void a_week_and_an_activity_narrow_the_list() {
        var now = clock.instant();
        var soon = new FollowUpFilter(Show.ALL, group.activity(), now, now.plus(Duration.ofDays(7)), "");
        var later = new FollowUpFilter(Show.ALL, group.activity(), now, now.plus(Duration.ofDays(21)), "");

        assertThat(page(soon)).isEmpty();
        assertThat(page(later)).hasSize(2);
    }

    @Test
    void who_has_to_be_called_is_to_do_today() {
        var hers = as(first, () -> registrations.mine()).getFirst().id();
        as(first, () -> registrations.cancel(Set.of(hers)));

        assertThat(page(FollowUpFilter.of(Show.TO_DO))).singleElement().satisfies(line -> assertThat(line.toCall()).isTrue());
        var day = asStaff(Role.RECEPTION, () -> today.today());
        assertThat(day.calls()).singleElement().satisfies(call -> assertThat(call.about()).isEqualTo(CallReason.PLACE_OFFERED));
    }

    @Test
    void a_name_like_a_formula_is_text_in_the_export_and_a_phone_keeps_its_zero() {
        for (var cell : new String[] {"=HYPERLINK(1)", "+33", "-1", "@x", "\tx", "\rx"}) {
            assertThat(Spreadsheets.safe(cell)).startsWith("'");
        }
        var csv = asStaff(Role.RECEPTION, () -> {
            var out = new ByteArrayOutputStream();
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), out);
            return out.toString(StandardCharsets.UTF_8);
        });

        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).startsWith("\uFEFF\"Foyer\"").contains("\"03 20 11 22 33\"", "\"Élodie\"", "\"En attente\"");
    }

    @Test
    void the_same_lines_go_to_a_real_excel_sheet() throws Exception {
        var xlsx = asStaff(Role.DIRECTOR, () -> {
            var out = new ByteArrayOutputStream();
            followUp.exportXlsx(FollowUpFilter.of(Show.ALL), out);
            return out.toByteArray();
        });

        var file = Files.write(Files.createTempFile("preau", ".xlsx"), xlsx);
        var content = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                content.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        assertThat(content).contains("lodie", "03 20 11 22 33").doesNotContain("<f>");
    }

    @Test
    void an_animator_sees_the_list_without_the_export_and_a_resident_sees_neither() {
        assertThat(asStaff(Role.ANIMATOR, () -> followUp.count(FollowUpFilter.of(Show.ALL)))).isEqualTo(2);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> {
            followUp.exportCsv(FollowUpFilter.of(Show.ALL), new ByteArrayOutputStream());
            return true;
        })).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(first, () -> followUp.count(FollowUpFilter.of(Show.ALL)))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_centre_sees_nothing_of_it() {
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
