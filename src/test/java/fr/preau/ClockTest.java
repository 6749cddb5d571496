package fr.preau;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What time it is says the injected clock, so that a test and the demonstration can say another; nobody asks the machine. */
class ClockTest {

    /** The clocks themselves; ids, which are only to grow with time; and the stamp of a mail, which is of the moment when it leaves. */
    private static final List<String> OWN_TIME = List.of("BaseConfig", "DemoClock", "Ids", "SmtpTransport");

    private static final DescribedPredicate<JavaAccess<?>> THE_MACHINES_TIME =
            DescribedPredicate.describe("it asks the machine for the time", ClockTest::asksTheMachine);

    @Test
    void nobodyAsksTheMachineInWhateverWords() {
        noClasses().that().resideOutsideOfPackage("fr.preau.local..").and(DescribedPredicate.describe("have no time of their own",
                        type -> OWN_TIME.stream().noneMatch(own -> type.getName().matches("fr\\.preau\\..*\\b" + own + "(\\$.*)?"))))
                .should().accessTargetWhere(THE_MACHINES_TIME).check(HouseRulesTest.CODE);
    }

    @Test
    void eachWayToAskTheMachineIsSeenAndAClockIsNone() {
        assertThat(Stream.of(ByTime.class, ByZone.class, ByReference.class, ByDate.class, ByMilliseconds.class, ByAnotherClock.class, ByClock.class)
                .filter(type -> noClasses().should().accessTargetWhere(THE_MACHINES_TIME)
                        .evaluate(new ClassFileImporter().importClasses(type)).hasViolation()))
                .containsExactly(ByTime.class, ByZone.class, ByReference.class, ByDate.class, ByMilliseconds.class, ByAnotherClock.class);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget asked)) {
            return false;
        }
        var of = asked.getOwner();
        return switch (asked.getName()) {
            case "now" -> of.getPackageName().startsWith("java.time")
                    && asked.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> of.isEquivalentTo(System.class);
            case JavaConstructor.CONSTRUCTOR_NAME -> of.isEquivalentTo(Date.class) && asked.getRawParameterTypes().isEmpty();
            default -> of.isEquivalentTo(Clock.class) && asked.getName().startsWith("system");
        };
    }

    private static final class ByTime {
        final LocalTime now = LocalTime.now();
    }

    private static final class ByZone {
        final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    }

    private static final class ByReference {
        final Supplier<Instant> now = Instant::now;
    }

    private static final class ByDate {
        final Date now = new Date();
    }

    private static final class ByMilliseconds {
        final long now = System.currentTimeMillis();
    }

    private static final class ByAnotherClock {
        final Clock clock = Clock.systemDefaultZone();
    }

    private static final class ByClock {
        final Instant now = Instant.now(Clock.fixed(Instant.EPOCH, ZoneId.of("Europe/Paris")));
        final Date then = new Date(0);
    }
}
