package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

/** What modules tell each other are ids: whoever hears of something asks for what it may know. */
class EventsTest {

    private static final Set<String> IDS_AND_MOMENTS = Stream.of(UUID.class, Instant.class, boolean.class, Collection.class, List.class, Set.class)
            .map(Class::getName).collect(Collectors.toSet());
    /** Why the team cancels something: words about an activity, for all its families. */
    private static final String REASON = "reason";

    @Test
    void anEventCarriesNoNameAndNoAddress() {
        var events = HouseRulesTest.CODE.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(EventListener.class))
                .flatMap(method -> method.getRawParameterTypes().stream()).filter(type -> type.getPackageName().startsWith("fr.preau"))
                .collect(Collectors.toSet());

        assertThat(events).extracting(JavaClass::getSimpleName).contains("HouseholdForgotten", "PersonRemoved", "AccountForgotten", "SessionsCancelled");
        assertThat(events).flatExtracting(EventsTest::personal).isEmpty();
    }

    @Test
    void aListOfAddressesIsSeen() {
        var event = new ClassFileImporter().importClass(Moved.class);

        assertThat(personal(event)).containsExactly("Moved.addresses", "Moved.name");
    }

    private record Moved(UUID household, List<String> addresses, String name, String reason) {
    }

    private static List<String> personal(JavaClass event) {
        return event.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getName().equals(REASON)).filter(EventsTest::saysMoreThanIds)
                .map(field -> event.getSimpleName() + "." + field.getName()).sorted().toList();
    }

    private static boolean saysMoreThanIds(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream().anyMatch(type -> !IDS_AND_MOMENTS.contains(type.getName()));
    }
}
