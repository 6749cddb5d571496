package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registrations.Town.Group;
import fr.preau.testing.Budgets;
import fr.preau.testing.SqlCount;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one registration asks of the database: under the lock of a group that everybody wants, each statement counts. */
class RegisterBudgetTest extends RegistrationsTest {

    @Test
    void aRegistrationKeepsToItsBudgetHoweverManySessionsASeriesHas() throws Exception {
        var one = statements(town.group(centre).series(1).stands());

        assertThat(one).hasSizeLessThanOrEqualTo(Budgets.of("registering", "statements"));
        assertThat(statements(town.group(centre).series(12).stands())).hasSameSizeAs(one);
    }

    @Test
    void aTurnInTheListCostsTheSameHoweverLongTheListIs() throws Exception {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);

        var third = statements(group);
        for (int i = 0; i < 12; i++) {
            one(town.family(centre).lives(), group);
        }

        assertThat(third).hasSizeLessThanOrEqualTo(Budgets.of("registering", "statements-waiting"));
        assertThat(statements(group)).hasSameSizeAs(third);
    }

    /** The lock is the first that its transaction says; what needs no lock was read in others before. */
    @Test
    void nothingIsReadBetweenTheBeginningOfTheTransactionAndTheLock() throws Exception {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var said = SqlCount.withCommitsDuring(() -> one(family, group));

        int lock = (int) said.stream().takeWhile(sql -> !sql.contains("FOR UPDATE")).count();
        assertThat(said.get(lock - 1)).as("before the lock").isEqualTo(SqlCount.COMMIT);
        var underTheLock = said.subList(lock, said.size()).stream().takeWhile(sql -> !sql.equals(SqlCount.COMMIT)).toList();
        assertThat(underTheLock).noneMatch(sql -> sql.contains(" household") || sql.contains("FROM seat"))
                .hasSizeLessThanOrEqualTo(Budgets.of("registering", "statements-under-the-lock"));
    }

    /** Once for nothing: the centre itself is kept in memory from then on. */
    @BeforeEach
    void theCentreIsKnown() {
        one(town.family(centre).lives(), town.group(centre).stands());
    }

    private List<String> statements(Group group) throws Exception {
        var family = town.family(centre).lives();
        return SqlCount.during(() -> one(family, group));
    }
}
