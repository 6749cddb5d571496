package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/** The compiler's list, by which a jar starts, against what a search through all classes finds. */
class KnownComponentsTest {

    private static final String HOUSE = "fr.preau";
    private final CandidateComponentsIndex known = KnownComponents.index();

    @Test
    void eachComponentIsOnTheList() {
        assertThat(onTheList(Component.class)).hasSizeGreaterThan(100)
                .containsExactlyInAnyOrderElementsOf(found(new AnnotationTypeFilter(Component.class), ClassMetadata::isConcrete));
    }

    @Test
    void whatHibernateReadsIsOnTheList() {
        for (var kind : List.of(Entity.class, Converter.class, MappedSuperclass.class)) {
            assertThat(onTheList(kind)).as(kind.getSimpleName()).isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(found(new AnnotationTypeFilter(kind), type -> true));
        }
    }

    @Test
    void eachRepositoryIsOnTheList() {
        assertThat(onTheList(Repository.class)).hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(found(new AssignableTypeFilter(Repository.class), ClassMetadata::isInterface));
    }

    private Set<String> onTheList(Class<?> kind) {
        return known.getCandidateTypes(HOUSE, kind.getName());
    }

    /** Of the house itself, not of its tests; also what is there on a condition only. */
    private static Set<String> found(TypeFilter kind, Predicate<ClassMetadata> which) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("conditions", Map.of("preau.demo", "true", "preau.let-in", "somebody@example.org",
                "preau.home", "somewhere")));
        var search = new ClassPathScanningCandidateComponentProvider(false, environment) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isIndependent() && which.test(definition.getMetadata());
            }
        };
        search.addIncludeFilter(kind);
        return search.findCandidateComponents(HOUSE).stream().filter(one -> String.valueOf(one.getResourceDescription()).contains("/classes/"))
                .map(BeanDefinition::getBeanClassName).collect(Collectors.toSet());
    }
}
