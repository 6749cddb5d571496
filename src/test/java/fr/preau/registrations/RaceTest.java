package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.TooBusyException;
import fr.preau.registrations.Town.Family;
import fr.preau.testing.TestDatabase;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The races when each family comes to a server of its own: nothing is between them but the lock of the database. */
class RaceTest extends Races {

    @BeforeEach
    void eachAlone() {
        queue.off();
    }

    @AfterEach
    void asUsual() {
        queue.on();
        lock.on();
    }

    /** Without this one, fifty households and one last place would prove nothing: with the lock off the same place is given to many. */
    @Test
    void controlWithTheLockOffTheLastPlaceIsGivenMoreThanOnce() throws Exception {
        var group = town.group(centre).places(1).stands();
        var families = families(10);

        TestDatabase.withSnapshotIsolation(false, () -> {
            lock.off(families.size());
            atOnce(families.stream().<Callable<Answer>>map(family -> () -> one(family, group)).toList());
        });

        assertThat(taken(group.session())).isGreaterThan(1);
    }

    /**
     * What protects the place when the lock is off and the snapshot's isolation on: not our code but error 1020. Everybody writes
     * the one row of the session's counters; whoever read it before another wrote it is sent back by the database, and
     * {@link fr.preau.base.RetriedTransaction} begins anew on a fresh view. So this setting cannot show that the lock is
     * needed, and the control above runs with it off. It shows two other things: the counters' row would guard the last
     * place by itself, and the price would be gestures done over, which the lock saves: with it, nobody is sent back.
     */
    @Test
    void controlWithTheLockOffAndTheIsolationOnTheDatabaseSendsEverybodyBackButTheFirst() throws Exception {
        var group = town.group(centre).places(1).stands();
        var families = families(10);

        TestDatabase.withSnapshotIsolation(true, () -> {
            lock.off(families.size());
            atOnce(families.stream().<Callable<Boolean>>map(family -> () -> registersUnlessTooBusy(family, group)).toList());
        });

        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(lock.opened()).as("gestures that were begun, anew or not").isGreaterThan(families.size());
        countersAreTrue(group);
    }

    /** Without the lock somebody may run out of attempts: told so, and nothing written. */
    private boolean registersUnlessTooBusy(Family family, Town.Group group) {
        try {
            one(family, group);
            return true;
        } catch (TooBusyException sentBackTooOften) {
            return false;
        }
    }
}
