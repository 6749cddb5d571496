package fr.preau.base.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import fr.preau.base.Role;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page of the kit shows all of it: who builds a screen looks there first for what there is. */
class EveryPieceTest extends ScreenTest {

    @Autowired
    private TestCentres centres;

    @Test
    void eachPieceThatAScreenCanUseIsOnThePageOfTheKit() {
        SignIn.as(centres.open().id(), Role.RECEPTION);
        open("style");

        var shown = new HashSet<String>();
        for (var piece : _find(Component.class)) {
            for (Class<?> kind = piece.getClass(); kind != Component.class; kind = kind.getSuperclass()) {
                shown.add(kind.getName());
            }
        }

        var pieces = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.preau.base.ui").stream()
                .filter(type -> type.isAssignableTo(Component.class) && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(type -> type.getName()).collect(Collectors.toSet());
        assertThat(pieces).hasSizeGreaterThan(30).isSubsetOf(shown);
    }
}
