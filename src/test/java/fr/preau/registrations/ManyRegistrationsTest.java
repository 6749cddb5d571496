package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import fr.preau.base.CurrentCentre;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SqlCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A family that has been coming for years finds all of it again: what goes on at once, what is over page by page. */
@InTown
class ManyRegistrationsTest extends ScreenTest {

    private static final int MANY = 60;
    private static final Pattern CODE = Pattern.compile("\\S+-\\d{3}-\\d{3}");

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;

    private CentreRecord centre;
    private Group group;
    private Family family;

    @BeforeEach
    void anActivityWithManyDates() {
        centre = town.centre();
        group = town.group(centre).sessions(MANY).places(5).stands();
        family = town.family(centre).lives();
    }

    @Test
    void allThatGoesOnIsThereAndTheOldestCanBeGivenUp() {
        var oldest = register(family, MANY).getFirst();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(_find(H2.class)).hasSize(6);

        _click(_get(Act.class, spec -> spec.withText("Voir 54 inscriptions de plus")));
        assertThat(_find(H2.class)).hasSize(MANY);
        _click(_find(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Annuler pour"))).getLast());
        _click(_get(Act.class, spec -> spec.withText("Oui, annuler")));

        assertThat(CurrentCentre.in(centre.id(), () -> registrations.mine())).extracting(RegistrationRecord::id).hasSize(MANY - 1)
                .doesNotContain(oldest);
    }

    @Test
    void whatIsOverIsReadPageByPageToTheVeryFirst() {
        giveUp(register(family, MANY));
        register(family, 1);
        var codes = new TreeSet<String>();

        open(centre.slug() + "/mes-inscriptions?passees");
        for (int page = 1; page < 6; page++) {
            assertThat(_find(H2.class)).as("page %d", page).hasSize(RegistrationService.REQUESTS_A_PAGE);
            codes.addAll(codes());
            open(_get(Anchor.class, spec -> spec.withText("Voir les plus anciennes")).getHref().substring("/app/".length()));
        }
        codes.addAll(codes());

        assertThat(codes).hasSize(MANY);
        _assertNone(Anchor.class, spec -> spec.withText("Voir les plus anciennes"));
        open(_get(Anchor.class, spec -> spec.withText("Voir les plus récentes")).getHref().substring("/app/".length()));
        assertThat(_find(H2.class)).hasSize(RegistrationService.REQUESTS_A_PAGE);
        open(centre.slug() + "/mes-inscriptions");
        assertThat(_find(H2.class)).as("what goes on stands apart").hasSize(1);
    }

    @Test
    void aPageAsksTheSameOfTheDatabaseForOneThatIsOverAndForMany() throws Exception {
        var other = town.family(centre).lives();
        giveUp(register(family, MANY));
        var many = SqlCount.during(() -> CurrentCentre.in(centre.id(), () -> registrations.ended(0)));
        giveUp(register(other, 1));
        var one = SqlCount.during(() -> CurrentCentre.in(centre.id(), () -> registrations.ended(0)));

        assertThat(many).hasSameSizeAs(one);
    }

    @Test
    void anotherFamilysAreNotAmongThem() {
        giveUp(register(family, 3));
        town.family(centre).lives().signIn();

        assertThat(CurrentCentre.in(centre.id(), () -> registrations.ended(0)).registrations()).isEmpty();
    }

    private static Set<String> codes() {
        return CODE.matcher(_get(Page.class).getElement().getTextRecursively()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** One request for each of so many dates. */
    private List<UUID> register(Family who, int requests) {
        who.signIn();
        var ids = new ArrayList<UUID>();
        CurrentCentre.runIn(centre.id(), () -> group.sessions().subList(0, requests).forEach(session -> {
            var done = (Registered) registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), who.id(),
                    List.of(who.person()), Set.of(session), PartyRule.WHO_CAN));
            ids.add(done.answers().getFirst().registration());
        }));
        return ids;
    }

    private void giveUp(List<UUID> ids) {
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.copyOf(ids)));
    }
}
