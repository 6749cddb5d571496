package fr.preau;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;

class HouseRulesTest {

    /** Read once in a JVM, also for others. */
    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.preau");

    /** What belongs to the whole federation; everything else belongs to one centre. A new entity is thought about here. */
    private static final Set<String> FEDERATION_WIDE = Set.of("Federation", "Centre", "FederationLetter", "LocalMail",
            "Account", "AuditLine", "InstallationSecret", "Passkey", "RecoveryCode", "RoleGrant", "SignInTicket", "StaffPassword", "TotpFactor");

    /** Entities that another module makes: centres are opened by the federation and by the demonstration. */
    private static final DescribedPredicate<JavaClass> HANDED_OVER = DescribedPredicate.describe("handed over by their module",
            type -> Set.of("Federation", "Centre").contains(type.getSimpleName()));

    private static final DescribedPredicate<JavaMethod> SAYS_WHO = DescribedPredicate.describe("say who may call them",
            method -> method.isAnnotatedWith(AllowedTo.class) || method.getOwner().isAnnotatedWith(AllowedTo.class));

    private static final DescribedPredicate<JavaMethod> FOR_THE_HOUSE = DescribedPredicate.describe("are for the house only",
            method -> rule(method) != null && Arrays.equals(rule(method).value(), new Role[] {Role.THE_HOUSE}));

    private static final DescribedPredicate<JavaClass> RULE_OF_PAGES = DescribedPredicate.describe("the rule of pages: for anyone", type ->
            type.tryGetAnnotationOfType(AllowedTo.class).filter(rule -> Arrays.equals(rule.value(), new Role[] {Role.ANYONE})).isPresent()
                    && type.getMethods().stream().noneMatch(method -> method.isAnnotatedWith(AllowedTo.class)));

    /**
     * Nobody stands before a page to ask who comes, and outside of the app nobody is known: what is for fewer is a screen.
     * Also those that bear an annotation made of this one, such as {@link RestController}.
     */
    private static final ArchRule PAGES_ARE_FOR_ANYONE = classes().that().areMetaAnnotatedWith(Controller.class).should(have(RULE_OF_PAGES));

    @Test
    void screensAndPagesNeverTouchRepositories() {
        noClasses().that().resideInAnyPackage("..ui..", "..web..")
                .should().dependOnClassesThat().areAssignableTo(Repository.class).check(CODE);
    }

    @Test
    void screensAndPagesNeverTouchEntities() {
        noClasses().that().resideInAnyPackage("..ui..", "..web..")
                .should().dependOnClassesThat().areAnnotatedWith(Entity.class).check(CODE);
    }

    @Test
    void everyServiceMethodSaysWhoMayUseIt() {
        methods().that().areDeclaredInClassesThat().areMetaAnnotatedWith(Service.class).and().arePublic()
                .should(have(SAYS_WHO)).check(CODE);
    }

    @Test
    void everyScreenSaysWhoMayEnter() {
        classes().that().areAnnotatedWith(Route.class).should().beAnnotatedWith(AllowedTo.class)
                .allowEmptyShould(true).check(CODE);
    }

    /** See {@link PreauApplication}: a screen elsewhere would not be found. */
    @Test
    void vaadinLooksForScreensInEachModuleThatHasSome() {
        var searched = Set.of(PreauApplication.class.getAnnotation(EnableVaadin.class).value());
        var modules = CODE.stream().map(JavaClass::getPackageName).filter(name -> name.endsWith(".ui")).collect(Collectors.toSet());
        assertThat(searched).isEqualTo(modules);
        classes().that().areAnnotatedWith(Route.class).or().areAssignableTo(HasErrorParameter.class)
                .or().areAssignableTo(AppShellConfigurator.class).should().resideInAPackage("fr.preau.*.ui..").check(CODE);
    }

    @Test
    void everyPageSaysThatItIsForAnyone() {
        PAGES_ARE_FOR_ANYONE.check(CODE);
    }

    @Test
    void aPageThatSaysNothingOrLessIsFoundAlsoWhenItAnswersByItself() {
        assertThat(Stream.of(SilentPage.class, NarrowPage.class, PartlyNarrowPage.class, OpenPage.class)
                .filter(page -> PAGES_ARE_FOR_ANYONE.evaluate(new ClassFileImporter().importClasses(page)).hasViolation()))
                .containsExactly(SilentPage.class, NarrowPage.class, PartlyNarrowPage.class);
    }

    /** Spring takes it for a controller, though it does not bear that word. */
    @RestController
    private static final class SilentPage {
    }

    @RestController
    @AllowedTo({Role.ANYONE, Role.DIRECTOR})
    private static final class NarrowPage {
    }

    @RestController
    @AllowedTo(Role.ANYONE)
    private static final class PartlyNarrowPage {

        @AllowedTo(Role.DIRECTOR)
        void figures() {
        }
    }

    @RestController
    @AllowedTo(Role.ANYONE)
    private static final class OpenPage {
    }

    @Test
    void screensAndPagesNeverCallWhatIsForTheHouse() {
        noClasses().that().resideInAnyPackage("..ui..", "..web..")
                .should().callMethodWhere(DescribedPredicate.describe("it is for the house only", call ->
                        call.getTarget().resolveMember().filter(JavaMethod.class::isInstance)
                                .map(JavaMethod.class::cast).filter(FOR_THE_HOUSE).isPresent()))
                .check(CODE);
    }

    @Test
    void noEntityHasASetter() {
        noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
                .should().haveNameMatching("set[A-Z].*").check(CODE);
    }

    @Test
    void everyEntityBelongsToACentreOrStandsOnTheFederationsList() {
        var shared = CODE.stream().filter(type -> type.isAnnotatedWith(Entity.class))
                .filter(type -> type.getAllFields().stream().noneMatch(field -> field.isAnnotatedWith(TenantId.class)))
                .map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(shared).isEqualTo(new TreeSet<>(FEDERATION_WIDE));
    }

    @Test
    void repositoriesAndEntitiesAreForTheirModuleOnly() {
        classes().that().areAssignableTo(Repository.class).and().areInterfaces()
                .should().notBePublic().check(CODE);
        classes().that().areAnnotatedWith(Entity.class).and(DescribedPredicate.not(HANDED_OVER))
                .should().notBePublic().check(CODE);
    }

    /** Where another type is asked for, Spring Data makes the repository at once, and the whole start waits for Hibernate. */
    @Test
    void aRepositoryIsNothingElse() {
        assertThat(CODE.stream().filter(type -> type.isInterface() && type.isAssignableTo(Repository.class))
                .flatMap(type -> type.getRawInterfaces().stream()).distinct())
                .isNotEmpty().allMatch(type -> type.isAssignableTo(Repository.class) || type.getPackageName().startsWith("org.springframework.data."));
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses().that().resideOutsideOfPackages("fr.preau.local..")
                .should().callMethod(Instant.class, "now")
                .orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(ZonedDateTime.class, "now").check(CODE);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        var silent = CODE.stream().map(type -> type.getPackageName()).distinct()
                .filter(name -> CODE.stream().noneMatch(type -> type.getFullName().equals(name + ".package-info")))
                .toList();
        assertThat(silent).isEmpty();
    }

    /** Also within a module: what is cut out of its root uses the root or is used by it, and one of both can be read alone. */
    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching("fr.preau.(**)").should().beFreeOfCycles().check(CODE);
    }

    private static AllowedTo rule(JavaMethod method) {
        return method.tryGetAnnotationOfType(AllowedTo.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(AllowedTo.class)).orElse(null);
    }
}
