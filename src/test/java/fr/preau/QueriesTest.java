package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.testing.PreauTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.repository.Repository;

/** The application reads the queries of a repository when it is first asked; here all are read, so that none is found broken by a visitor. */
@PreauTest
class QueriesTest {

    @Autowired
    private ApplicationContext application;

    @Test
    void everyQueryOfEveryRepositoryIsUnderstood() {
        var repositories = CurrentCentre.acrossCentres(() -> application.getBeansOfType(Repository.class));
        assertThat(repositories).hasSameSizeAs(application.getBeanNamesForType(Repository.class)).hasSizeGreaterThan(20);
        repositories.values().forEach(repository -> assertThat(repository.toString()).isNotEmpty());
    }
}
