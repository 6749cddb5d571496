package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PreauTest
class ActivityFiguresTest {

    @Autowired
    private ActivityFigures figures;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;

    @Test
    void placesAreThoseThatOneRegistersFor() {
        var here = centres.open();
        activities.titled("Cuisine").places(10).weekly(3).in(here.id());
        activities.titled("Jardin partagé").places(40).weekly(3).dropIn().in(here.id());

        SignIn.as(here.id(), Role.FEDERATION);
        assertThat(figures.perCentre().get(here.id())).isEqualTo(new ActivityFigures.Figures(here.id(), 2, 30, 0));
    }
}
