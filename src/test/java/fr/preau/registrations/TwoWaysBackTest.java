package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was cancelled in two gestures has two ways back; where one closes the other, the screen says so before. */
class TwoWaysBackTest extends DeskScreens {

    private static final String CHOOSE = "pas assez de places libres pour tout reprendre";

    private Family pair;
    private Registered both;

    @BeforeEach
    void twoLeaveOneAfterTheOther() {
        group = town.group(centre).places(2).stands();
        pair = town.family(centre).named("Petit").of(2).lives();
        pair.signIn();
        both = CurrentCentre.in(centre.id(), () -> (Registered) registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(),
                pair.id(), pair.persons(), Set.copyOf(group.sessions()), PartyRule.WHO_CAN)));
        both.answers().forEach(one -> CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(one.registration()))));
    }

    @Test
    void whereThereIsRoomForBothThereIsNothingToChoose() {
        atHome();
        assertThat(wayBack()).hasSize(2);
        assertThat(notices()).noneMatch(text -> text.contains(CHOOSE));

        _click(wayBack().getFirst());
        _click(wayBack().getFirst());

        assertThat(confirmed()).isEqualTo(2);
    }

    @Test
    void whereOnePlaceIsLeftTheFamilyReadsThatItIsOneOrTheOther() {
        register(town.family(centre).named("Lopez").lives());
        atHome();
        assertThat(wayBack()).hasSize(2);
        assertThat(notices()).anyMatch(text -> text.contains(CHOOSE));

        _click(wayBack().getLast());

        assertThat(confirmed()).isEqualTo(1);
        assertThat(wayBack()).isEmpty();
        assertThat(notices()).noneMatch(text -> text.contains(CHOOSE));
    }

    @Test
    void soDoesTheDesk() {
        register(town.family(centre).named("Lopez").lives());
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + both.request());

        assertThat(wayBack()).hasSize(2);
        assertThat(notices()).anyMatch(text -> text.contains(CHOOSE));
    }

    @Test
    void whoReturnsIntoTheListMayHaveThePlaceOfWhoHadIt() {
        var small = town.group(centre).places(1).stands();
        var others = town.family(centre).named("Morel").of(2).lives();
        others.signIn();
        var answers = CurrentCentre.in(centre.id(), () -> (Registered) registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(),
                small.id(), others.id(), others.persons(), Set.copyOf(small.sessions()), PartyRule.WHO_CAN))).answers();
        answers.reversed().forEach(one -> CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(one.registration()))));

        open(centre.slug() + "/mes-inscriptions");

        assertThat(wayBack()).hasSize(2);
        assertThat(notices()).anyMatch(text -> text.contains(CHOOSE));
    }

    private void atHome() {
        pair.signIn();
        open(centre.slug() + "/mes-inscriptions");
    }

    private int confirmed() {
        return database.sql("SELECT COUNT(*) FROM registration WHERE household_id = :id AND state = 'CONFIRMED'").param("id", pair.id())
                .query(Integer.class).single();
    }

    private static List<Act> wayBack() {
        return _find(Act.class).stream().filter(act -> act.getText().matches("Revenir en arrière.+")).toList();
    }

    private static List<String> notices() {
        return _find(Notice.class).stream().map(notice -> notice.getElement().getTextRecursively()).toList();
    }
}
