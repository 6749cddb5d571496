package fr.preau;

import com.tngtech.archunit.ArchConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    /** Libraries' classes that ours only call or hold are not read: they are of no module, and took most of the time. */
    @Test
    void modulesUseOnlyWhatTheyMayUse() {
        ArchConfiguration.withThreadLocalScope(reading -> {
            reading.setProperty("import.dependencyResolutionProcess.maxIterationsForAccessesToTypes", "0");
            reading.setProperty("import.dependencyResolutionProcess.maxIterationsForMemberTypes", "0");
            ApplicationModules.of(PreauApplication.class).verify();
        });
    }
}
