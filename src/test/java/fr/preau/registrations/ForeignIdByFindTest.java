package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@code find()} does with an id of another centre: it asks by the primary key alone, and finds nothing all the same. */
class ForeignIdByFindTest extends RegistrationsTest {

    @Autowired
    private EntityManager rows;
    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aRowOfAnotherCentreIsNotThereAlsoByItsId() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var registration = one(family, group).registration();
        var elsewhere = town.centre();

        Map.of("Household", family.id(), "Person", family.person(), "Activity", group.activity(), "ActivityGroup", group.id(),
                "ActivitySession", group.session(), "Registration", registration).forEach((entity, id) -> {
                    assertThat(found(centre.id(), entity, id)).as(entity + " of this centre").isNotNull();
                    assertThat(found(elsewhere.id(), entity, id)).as(entity + " of another centre").isNull();
                });
    }

    private @Nullable Object found(UUID from, String entity, UUID id) {
        return CurrentCentre.in(from, () -> new TransactionTemplate(transactions).execute(status -> rows.find(type(entity), id)));
    }

    /** Entities are their modules' own. */
    private Class<?> type(String entity) {
        return rows.getMetamodel().getEntities().stream().filter(one -> one.getName().equals(entity)).findFirst().orElseThrow().getJavaType();
    }
}
