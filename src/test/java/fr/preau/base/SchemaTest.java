package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testing.PreauTest;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/** A schema that is built is not built again, and one that lacks something is. */
@PreauTest
class SchemaTest {

    private final DataSource pool;
    private final JdbcTemplate sql;
    private final ResourcePatternResolver files;

    @Autowired
    SchemaTest(DataSource pool, JdbcTemplate sql, ResourcePatternResolver files) {
        this.pool = pool;
        this.sql = sql;
        this.files = files;
    }

    @Test
    void theChangesetsOfASchemaThatBearsTheirTagAreNotRead() throws LiquibaseException {
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM DATABASECHANGELOG WHERE TAG IS NOT NULL", Integer.class)).isEqualTo(1);

        assertThat(readsAtAStart()).isFalse();
    }

    @Test
    void aSchemaOfOtherFilesIsLookedAtAndThenBearsTheTag() throws LiquibaseException {
        sql.update("UPDATE DATABASECHANGELOG SET TAG = 'of an earlier version' WHERE TAG IS NOT NULL");

        assertThat(readsAtAStart()).isTrue();
        assertThat(readsAtAStart()).isFalse();
    }

    private boolean readsAtAStart() throws LiquibaseException {
        var reads = new AtomicBoolean();
        var schema = new Schema(pool, files) {
            @Override
            protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
                reads.set(true);
                super.performUpdate(liquibase);
            }
        };
        schema.setResourceLoader(files);
        schema.afterPropertiesSet();
        return reads.get();
    }
}
