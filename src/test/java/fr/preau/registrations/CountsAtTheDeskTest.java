package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.followup.FollowUpFilter;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import fr.preau.registrations.followup.FollowUpService;
import fr.preau.testing.SignIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What reception counts is what the family counts: dates that take place, persons of whom the list is, those who have said yes. */
class CountsAtTheDeskTest extends DeskScreens {

    @Autowired
    private FollowUpService followUp;
    @Autowired
    private DeskService desk;
    @Autowired
    private Clock clock;

    @Test
    void aDateThatIsCancelledIsNoneOfASeriesAndNotItsFirst() {
        var series = town.group(centre).series(3).stands();
        var all = registered(series, town.family(centre).named("Petit").lives(), Set.of());
        database.sql("UPDATE activity_session SET status = 'CANCELLED' WHERE id = :id").param("id", series.session()).update();
        var first = database.sql("SELECT DAY(starts_at) FROM activity_session WHERE id = :id").param("id", series.sessions().get(1))
                .query(Integer.class).single();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscriptions/" + all.request());

        assertThat(rows()).anyMatch(text -> text.contains(spaced("2 séances, à partir du")) && text.matches("(?s).*\\D" + first + "\\D.*"));
    }

    @Test
    void aSheetOfThoseWhoAreConfirmedHoldsNobodyWhoWaits() {
        var small = town.group(centre).places(1).stands();
        registered(small, town.family(centre).named("Petit").of(2).lives(), Set.copyOf(small.sessions()));

        assertThat(exported(Show.WAITING)).isEqualTo(1);
        assertThat(exported(Show.ALL)).isEqualTo(3);
        assertThat(exported(Show.CONFIRMED)).as("one of them, and the family of before").isEqualTo(2);
    }

    @Test
    void whoeverHasNotSaidYesToAPlaceIsCountedApart() {
        var two = town.group(centre).places(2).stands();
        var gone = register(two, town.family(centre).named("Martins").lives());
        register(two, town.family(centre).named("Petit").lives());
        register(two, town.family(centre).named("Nguyen").lives());
        SignIn.as(centre.id(), Role.RECEPTION);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelForFamily(Set.of(gone.answers().getFirst().registration()), Channel.DESK, null));

        open(centre.slug() + "/seances/" + two.session() + "/pointage");
        assertThat(_get(Page.class).getElement().getTextRecursively()).contains(spaced("0 présent sur 1, 1 place proposée"));
        assertThat(rows()).anyMatch(text -> text.contains("Nguyen") && text.contains("Place proposée"))
                .noneMatch(text -> text.contains("Petit") && text.contains("Place proposée"));

        var noon = LocalDate.ofInstant(clock.instant(), centre.zone()).atTime(12, 0).atZone(centre.zone()).toInstant();
        database.sql("UPDATE activity_session SET starts_at = :noon, ends_at = ADDTIME(:noon, '02:00:00') WHERE id = :id").param("noon", Town.utc(noon))
                .param("id", two.session()).update();
        open(centre.slug() + "/aujourdhui");
        assertThat(rows()).anyMatch(text -> text.contains(spaced("1 personne attendue, 1 place proposée")));
    }

    private Registered registered(Group what, Family who, Set<UUID> sessions) {
        who.signIn();
        return (Registered) CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), what.id(),
                who.id(), who.persons(), sessions, PartyRule.WHO_CAN)));
    }

    private long exported(Show show) {
        SignIn.as(centre.id(), Role.RECEPTION);
        return CurrentCentre.in(centre.id(), () -> {
            var out = new ByteArrayOutputStream();
            try {
                followUp.exportCsv(FollowUpFilter.of(show), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toString(StandardCharsets.UTF_8).lines().count() - 1;
        });
    }

    private static List<String> rows() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getTextRecursively()).toList();
    }
}
