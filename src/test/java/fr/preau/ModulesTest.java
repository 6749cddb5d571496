package fr.preau;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    @Test
    void modulesUseOnlyWhatTheyMayUse() {
        ApplicationModules.of(PreauApplication.class).verify();
    }
}
