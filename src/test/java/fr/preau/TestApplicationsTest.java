package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Tests share few applications: each kind costs some seconds of processor in both JVMs of a build, and any other property or
 * imported configuration of a test makes one more. Whoever needs a new kind thinks about it here.
 */
class TestApplicationsTest {

    /** One for services and screens, one for public pages, one with a town, one with a mail server. */
    private static final int SHARED = 4;

    private static final Map<String, String> ALONE = Map.of(
            "CopiedPagesTest", "pages are made anew in all other tests",
            "LocalMailboxTest", "it is there beside the demonstration only",
            "DemoStoryTest", "the demonstration with all that happened in it",
            "DemoInSummerTest", "the demonstration as it begins");

    @Test
    void whoeverStartsAnApplicationAloneSaysWhy() throws IOException {
        assertThat(kinds()).filteredOn(tests -> tests.size() == 1).flatMap(tests -> tests).containsExactlyInAnyOrderElementsOf(ALONE.keySet());
    }

    @Test
    void theOthersShareFew() throws IOException {
        assertThat(kinds()).filteredOn(tests -> tests.size() > 1).hasSize(SHARED);
    }

    private static Collection<Set<String>> kinds() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:fr/preau/**/*Test.class")).map(TestApplicationsTest::type)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> MergedAnnotations.from(type, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY).isPresent(SpringBootTest.class))
                .collect(Collectors.groupingBy(TestApplicationsTest::application,
                        Collectors.mapping(Class::getSimpleName, Collectors.<String, Set<String>>toCollection(TreeSet::new)))).values();
    }

    /** What the framework compares: tests with equal ones share an application. */
    private static Object application(Class<?> test) {
        return ReflectionTestUtils.getField(new TestContextManager(test).getTestContext(), "mergedConfig");
    }

    private static Class<?> type(Resource file) {
        try {
            var path = file.getURI().toString();
            var name = path.substring(path.lastIndexOf("/fr/preau/") + 1, path.length() - ".class".length()).replace('/', '.');
            return Class.forName(name, false, TestApplicationsTest.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
