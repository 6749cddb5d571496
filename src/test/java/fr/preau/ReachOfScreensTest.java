package fr.preau;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import fr.preau.accounts.signin.Keys;
import fr.preau.accounts.signin.KnownBrowsers;
import fr.preau.activities.RhythmReader;
import fr.preau.base.CentreSource;
import fr.preau.base.Demonstration;
import fr.preau.base.Moments;
import fr.preau.base.PendingChanges;
import fr.preau.base.PublicAddress;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import fr.preau.centres.SchoolCalendar;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Screens and pages ask services, each method of which says who may, and nothing that asks nobody. */
class ReachOfScreensTest {

    private static final String[] DOORS = {"..ui..", "..web.."};

    /**
     * No services, and open to screens and pages: words, hours and addresses, which are of nobody; what the door makes for a browser; and
     * which errors mean no more than that somebody was faster.
     */
    private static final Set<Class<?>> OPEN = Set.of(Texts.class, Moments.class, PublicAddress.class, Demonstration.class, RhythmReader.class,
            Keys.class, KnownBrowsers.class, RetriedTransaction.class);

    private static final DescribedPredicate<JavaClass> ASKS_NOBODY = DescribedPredicate.describe("are beans of ours whose methods have no rule",
            type -> isOurs(type) && OPEN.stream().noneMatch(type::isEquivalentTo)
                    && Stream.concat(Stream.of(type), type.getAllSubclasses().stream()).anyMatch(ReachOfScreensTest::isBeanWithoutARule));

    private static final DescribedPredicate<JavaClass> THE_DATABASE = Predicates.resideInAnyPackage("org.springframework.jdbc..",
            "org.springframework.data..", "jakarta.persistence..", "org.hibernate..", "javax.sql..", "java.sql..").as("speak to the database");

    @Test
    void screensAndPagesUseServicesAndAFewBeansThatHoldNobodysData() {
        noClasses().that().resideInAnyPackage(DOORS).should().dependOnClassesThat(ASKS_NOBODY).check(HouseRulesTest.CODE);
    }

    @Test
    void aBeanOfTheHouseIsOneWithoutARuleAndAServiceAndTheDoorsOwnAreNot() {
        assertThat(Stream.of(PendingChanges.class, SchoolCalendar.class, Texts.class, CentreService.class, CentreSource.class)
                .filter(type -> ASKS_NOBODY.test(HouseRulesTest.CODE.get(type)))).containsExactly(PendingChanges.class, SchoolCalendar.class);
    }

    @Test
    void screensAndPagesNeverSpeakToTheDatabase() {
        noClasses().that().resideInAnyPackage(DOORS).should().dependOnClassesThat(THE_DATABASE).check(HouseRulesTest.CODE);
        assertThat(noClasses().that().resideInAPackage("fr.preau.registrations").should().dependOnClassesThat(THE_DATABASE)
                .evaluate(HouseRulesTest.CODE).hasViolation()).as("those do whose business it is").isTrue();
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("fr.preau");
    }

    private static boolean isBeanWithoutARule(JavaClass type) {
        return isOurs(type) && type.isMetaAnnotatedWith(Component.class) && !type.isMetaAnnotatedWith(Service.class)
                && !Predicates.resideInAnyPackage(DOORS).test(type);
    }
}
