package fr.preau.federation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import fr.preau.accounts.Audit;
import fr.preau.accounts.team.Why;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Retention;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.followup.FollowUpFilter;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The technician reads the journal in French, by period and by centre. */
class JournalTest extends ScreenTest {

    private static final Path CODE = Path.of("src/main/java/fr/preau");
    private static final Pattern CALL = Pattern.compile("\\baudit\\.record\\(\\s*([\\w.\"-]+)\\s*,\\s*([\\w.\"-]+)\\s*,", Pattern.DOTALL);
    private static final Pattern ANY_CALL = Pattern.compile("\\baudit\\.record\\(");
    private static final Pattern REASON = Pattern.compile("\\b(?:forgetSecondFactor|removeAll|remove|household|enable|disable|forget)\\([^;]*?\"([a-z][a-z ]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = \"([a-z][a-z -]+)\"");

    @Autowired
    private Texts texts;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    private CentreRecord here;
    private CentreRecord there;

    @BeforeEach
    void twoCentres() {
        here = centres.open();
        there = centres.open();
        SignIn.as(here.id(), Role.TECHNICIAN);
    }

    /** A new action without French fails here. */
    @Test
    void everythingThatTheProgramWritesHasItsFrench() {
        var sources = sources();
        var constants = sources.values().stream().flatMap(text -> CONSTANT.matcher(text).results())
                .collect(Collectors.groupingBy(found -> found.group(1), Collectors.mapping(found -> found.group(2), Collectors.toSet())));
        var actions = new TreeSet<String>();
        var objects = new TreeSet<String>();
        long calls = 0;
        for (var text : sources.values()) {
            calls += ANY_CALL.matcher(text).results().count();
            CALL.matcher(text).results().forEach(call -> {
                actions.addAll(values(call.group(1), constants));
                objects.addAll(values(call.group(2), constants));
            });
        }
        assertThat(sources.values().stream().flatMap(text -> CALL.matcher(text).results()).count()).as("each call is understood").isEqualTo(calls);
        assertThat(actions).contains("role-granted", "guardian-added", "centre-opened").allSatisfy(word -> assertThat(texts.find("federation.audit." + word)).as(word).isPresent());
        assertThat(objects).contains("account", "person").allSatisfy(word -> assertThat(texts.find("federation.audit-object." + word)).as(word).isPresent());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void everyReasonHasItsFrench() {
        var said = sources().values().stream().flatMap(text -> REASON.matcher(text).results()).map(found -> found.group(1)).collect(Collectors.toSet());
        assertThat(said).contains("asked for");
        var reasons = Stream.of(said.stream(), Stream.of("by its owner", "from the server", "no contact since " + Retention.AFTER_LAST_CONTACT),
                Arrays.stream(Why.values()).map(Why::name),
                Arrays.stream(Role.values()).filter(role -> !Set.of(Role.SIGNED_IN, Role.ANYONE, Role.THE_HOUSE).contains(role)).map(Role::name));
        assertThat(reasons.flatMap(all -> all)).filteredOn(reason -> !reason.endsWith(" "))
                .allSatisfy(reason -> assertThat(texts.find("federation.audit-reason." + JournalWords.key(reason))).as(reason).isPresent());
    }

    @Test
    void theLinesAreFrenchAndHoldNumbersOnly() {
        var child = Ids.next();
        var adult = Ids.next();
        CurrentCentre.runIn(here.id(), () -> audit.record("guardian-added", "person", child, adult.toString()));
        audit.record("centre-opened", "centre", there.id(), null);
        audit.record("of-an-old-version", "thing", Ids.next(), "Whatever");
        open("technique/journal");
        assertThat(lines()).contains(spaced("Responsable ajoutéavec le n° …") + end(adult), spaced("Personnen° …") + end(child),
                "Centre ouvert", "Centre" + there.shortName(),
                "of-an-old-versionWhatever");
    }

    @Test
    void anExportSaysHowManyLinesAndWhichOnes() {
        CurrentCentre.runIn(here.id(), () -> audit.record("registrations-exported", "centre", here.id(), "csv 1240 to-do activity period words"));
        CurrentCentre.runIn(here.id(), () -> audit.record("registrations-exported", "centre", here.id(), "xlsx 1 request"));
        open("technique/journal?centre=" + here.slug());
        assertThat(lines()).filteredOn(line -> line.startsWith("Inscriptions téléchargées")).map(line -> line.replaceAll("[\\s\u00a0\u202f]", " "))
                .containsExactly("Inscriptions téléchargées, avec les noms1 ligne en XLSX : une seule demande",
                        "Inscriptions téléchargées, avec les noms1 240 lignes en CSV : à faire, d’une activité, d’une période, avec un mot cherché");
        assertThat(Arrays.stream(FollowUpFilter.Show.values()).map(show -> JournalWords.key(show.name())))
                .allSatisfy(word -> assertThat(texts.find("federation.audit-export." + word)).as(word).isPresent());
    }

    @Test
    void aCentreShowsWhatWasDoneThereAndToIt() {
        CurrentCentre.runIn(here.id(), () -> audit.record("role-granted", "account", Ids.next(), "RECEPTION"));
        CurrentCentre.runIn(there.id(), () -> audit.record("role-granted", "account", Ids.next(), "ANIMATOR"));
        audit.record("centre-opened", "centre", here.id(), null);
        open("technique/journal?centre=" + here.slug());
        assertThat(lines()).contains("Rôle donnéAccueil", "Centre ouvert").doesNotContain("Rôle donnéAnimation");
        assertThat(chosen()).containsExactlyInAnyOrder("Depuis le début", here.shortName());
    }

    @Test
    void aPeriodShowsWhatIsNotOlder() {
        CurrentCentre.runIn(here.id(), () -> audit.record("password-set", "account", Ids.next(), null));
        clock.pass(Duration.ofDays(10));
        CurrentCentre.runIn(here.id(), () -> audit.record("second-factor-set", "account", Ids.next(), null));
        open("technique/journal?centre=" + here.slug() + "&periode=semaine");
        assertThat(lines()).contains("Deuxième clé préparée").doesNotContain("Mot de passe choisi");
        open("technique/journal?centre=" + here.slug() + "&periode=mois");
        assertThat(lines()).contains("Deuxième clé préparée", "Mot de passe choisi");
        assertThat(chosen()).containsExactlyInAnyOrder(spaced("30 jours"), here.shortName());
    }

    @Test
    void aLongJournalHasPagesThatKeepTheFilter() {
        CurrentCentre.runIn(here.id(), () -> {
            for (int i = 0; i < 30; i++) {
                audit.record("password-set", "account", Ids.next(), null);
            }
        });
        open("technique/journal?periode=mois&centre=" + here.slug() + "&page=2");
        assertThat(_find(NativeTableHeaderCell.class).stream().filter(cell -> "row".equals(cell.getElement().getAttribute("scope")))).hasSize(5);
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("/app/technique/journal?periode=mois&centre=" + here.slug());
        open("technique/journal?periode=nimporte&page=-1&centre=" + there.slug());
        _assertOne(H2.class, spec -> spec.withText("Rien ici"));
    }

    private static String end(UUID id) {
        return id.toString().substring(24);
    }

    private static List<String> lines() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getTextRecursively()).toList();
    }

    private static List<String> chosen() {
        return _find(Anchor.class).stream().filter(link -> "true".equals(link.getElement().getAttribute("aria-current"))).map(Anchor::getText).toList();
    }

    private static Set<String> values(String argument, Map<String, Set<String>> constants) {
        return argument.startsWith("\"") ? Set.of(argument.substring(1, argument.length() - 1))
                : constants.getOrDefault(argument.substring(argument.lastIndexOf('.') + 1), Set.of("not understood: " + argument));
    }

    private static Map<Path, String> sources() {
        try (var all = Files.walk(CODE)) {
            return all.filter(file -> file.toString().endsWith(".java") && !file.startsWith(CODE.resolve("local"))).collect(Collectors.toMap(file -> file, JournalTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
