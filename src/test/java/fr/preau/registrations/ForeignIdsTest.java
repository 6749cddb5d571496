package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteBaseData;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Grant;
import fr.preau.activities.SessionRecord;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.ManyCards;
import fr.preau.centres.CentreRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every address of the app that names something, with what another centre has: not found. The addresses are those of the
 * application, so that a new screen is tried too; a new kind of name in an address fails until it is thought of here.
 */
class ForeignIdsTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService families;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private AccountService accounts;
    @Autowired
    private JdbcClient database;
    @Autowired
    private Clock clock;
    private Things ours;
    private Things theirs;

    /** What a centre has, by the name that addresses give it. */
    private record Things(CentreRecord centre, UUID account, Map<String, String> ids, String slug, UUID group) {
    }

    @BeforeEach
    void twoCentresThatHaveTheSame() {
        var town = new Town(centres, households, families, database, clock);
        theirs = things(town);
        ours = things(town);
        SignIn.as(ours.account(), Set.of(new Grant(Role.RECEPTION, ours.centre().id()), new Grant(Role.ANIMATOR, ours.centre().id()),
                new Grant(Role.DIRECTOR, ours.centre().id())));
        open(ours.centre().slug() + "/famille");
    }

    private Things things(Town town) {
        var centre = town.centre();
        var group = town.group(centre).sessions(2).stands();
        var family = town.family(centre).adult("Karim").lives();
        family.signIn();
        var done = (RegisterOutcome.Registered) CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(),
                group.id(), family.id(), List.of(family.person()), Set.of(group.session()), PartyRule.WHO_CAN)));
        SignIn.out();
        var colleague = accounts.withoutMail("Une collègue").id();
        accounts.grant(colleague, Role.ANIMATOR, centre.id());
        var letter = database.sql("SELECT id FROM outbox_letter WHERE centre_id = :centre LIMIT 1").param("centre", centre.id()).query(UUID.class).single();
        var ids = Map.of("household", family.id(), "person", family.persons().getLast(), "request", done.request(), "activity", group.activity(),
                "group", group.id(), "session", group.session(), "letter", letter, "account", colleague);
        var slug = database.sql("SELECT slug FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
        return new Things(centre, family.account(), ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().toString())), slug, group.id());
    }

    @Test
    void whatAnotherCentreHasIsNotFoundAtAnyAddressAndOnesOwnIs() {
        var tried = new ArrayList<String>();
        for (String template : templates()) {
            var names = names(template);
            if (names.isEmpty()) {
                continue;
            }
            assertThat(theirs.ids().keySet()).as("a name in %s that this test does not know", template).containsAll(names);
            open(address(template, name -> ours));
            for (String foreign : names) {
                var address = address(template, name -> name.equals(foreign) ? theirs : ours);
                assertNotFound(address);
                tried.add(address);
            }
            assertNotFound(address(template, name -> theirs));
            assertNotFound(address(template, name -> null));
        }
        assertThat(tried).as("addresses with a foreign id").hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void norWhereTheIdStandsBehindTheQuestionMark() {
        String here = ours.centre().slug();
        for (String address : List.of("/inscription/" + ours.slug() + "/fait?demande=" + theirs.ids().get("request"),
                "/inscrire?activite=" + theirs.ids().get("activity"),
                "/inscrire?activite=" + ours.ids().get("activity") + "&famille=" + theirs.ids().get("household"))) {
            assertNotFound(here + address);
        }
        open(here + "/inscription/" + ours.slug() + "/fait?demande=" + ours.ids().get("request"));
        open(here + "/inscrire?activite=" + ours.ids().get("activity") + "&famille=" + ours.ids().get("household"));
        assertThatCode(() -> open(here + "/inscription/" + ours.slug() + "?groupe=" + theirs.group())).as("another group is nobody's").doesNotThrowAnyException();
        assertThatCode(() -> open(here + "/inscriptions?voir=all&activite=" + theirs.ids().get("activity"))).as("an empty list").doesNotThrowAnyException();
    }

    @Test
    void norIsAnybodyOrAnyDateOfElsewhereTickedInTheFormOfTheDesk() {
        String form = ours.centre().slug() + "/inscrire?activite=" + ours.ids().get("activity") + "&famille=" + ours.ids().get("household");
        open(form + "&qui=" + ours.ids().get("person") + "&dates=" + ours.ids().get("session"));
        assertThat(ticked()).as("one's own are").hasSize(2);

        for (String foreign : List.of("&qui=" + theirs.ids().get("person"), "&dates=" + theirs.ids().get("session"), "&groupe=" + theirs.ids().get("group"),
                "&qui=" + theirs.ids().get("person") + "&dates=" + theirs.ids().get("session"), "&qui=nobody&dates=never&groupe=none",
                "&qui=" + ours.ids().get("session") + "&dates=" + ours.ids().get("person"))) {
            open(form + foreign);
            assertThat(ticked()).as(foreign).isEmpty();
        }
        open(form + "&qui=" + theirs.ids().get("person") + "," + ours.ids().get("person") + "&dates=" + theirs.ids().get("session") + ","
                + ours.ids().get("session"));
        assertThat(ticked()).as("among others too").extracting(ForeignIdsTest::idOf)
                .containsExactlyInAnyOrder(ours.ids().get("person"), ours.ids().get("session"));
    }

    /** Persons and dates that the form has ticked. */
    private static List<Object> ticked() {
        return _find(ManyCards.class).stream().flatMap(cards -> ((Set<?>) cards.getValue()).stream()).map(Object.class::cast).toList();
    }

    private static String idOf(Object ticked) {
        return switch (ticked) {
            case PersonRecord person -> person.id().toString();
            case SessionRecord session -> session.id().toString();
            default -> throw new AssertionError("A card of something else: " + ticked);
        };
    }

    private void assertNotFound(String address) {
        assertThatThrownBy(() -> open(address)).as(address).hasStackTraceContaining(NotFoundException.class.getName());
    }

    /** The addresses of a centre's screens, as they are registered. */
    private static List<String> templates() {
        return UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes().stream().map(RouteBaseData::getTemplate)
                .filter(template -> template.startsWith(":centre")).sorted().toList();
    }

    private static List<String> names(String template) {
        return List.of(template.split("/")).stream().filter(part -> part.startsWith(":") && !part.equals(":centre") && !part.startsWith(":step"))
                .map(ForeignIdsTest::name).toList();
    }

    private static String name(String part) {
        return part.substring(1).replaceAll("[?(*].*", "");
    }

    /** @param whose the centre from which each thing comes; nothing for an id that is none */
    private String address(String template, Function<String, Things> whose) {
        var parts = new ArrayList<String>();
        for (String part : template.split("/")) {
            if (part.equals(":centre")) {
                parts.add(ours.centre().slug());
            } else if (!part.startsWith(":")) {
                parts.add(part);
            } else if (!part.startsWith(":step")) {
                var things = whose.apply(name(part));
                parts.add(things == null ? "nobody" : template.contains("inscription/:activity") ? things.slug() : things.ids().get(name(part)));
            }
        }
        return String.join("/", parts);
    }
}
