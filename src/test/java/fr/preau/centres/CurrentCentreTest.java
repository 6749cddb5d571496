package fr.preau.centres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.NoCentreException;
import fr.preau.testing.PreauTest;
import fr.preau.testing.TestCentres;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
class CurrentCentreTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private CentreService service;
    @Autowired
    private EntityManager database;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void workWithoutACentreIsAnException() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                .execute(status -> database.createQuery("select count(c) from Centre c").getSingleResult()))
                .hasRootCauseInstanceOf(NoCentreException.class);
    }

    @Test
    void centresAreFoundWithoutBeingInOne() {
        var centre = centres.open();
        assertThat(service.findBySlug(centre.slug())).contains(centre);
        assertThat(service.all()).contains(centre);
    }

    @Test
    void theCurrentCentreIsTheOneThatWasSaid() {
        var centre = centres.open();
        var said = CurrentCentre.in(centre.id(), service::current);
        assertThat(said).isEqualTo(centre);
        assertThatThrownBy(service::current).isInstanceOf(NoCentreException.class);
    }
}
