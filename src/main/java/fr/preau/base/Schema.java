package fr.preau.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.TreeMap;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Builds the schema, or finds it built. To see that nothing is missing Liquibase reads all changesets, a tenth of a start: so it tags
 * the last one with the fingerprint of their files, and where a schema bears that tag, they are not read.
 */
@Component
@ConditionalOnBooleanProperty(name = "spring.liquibase.enabled", matchIfMissing = true)
class Schema extends SpringLiquibase {

    private static final String FOLDER = "db/changelog/";

    private final String fingerprint;

    Schema(DataSource pool, ResourcePatternResolver files) {
        setDataSource(pool);
        setChangeLog("classpath:" + FOLDER + "master.yaml");
        // it would ask its maker's server, and tell how it is used
        setAnalyticsEnabled(false);
        fingerprint = fingerprint(files);
    }

    @Override
    public void afterPropertiesSet() throws LiquibaseException {
        if (!isBuilt()) {
            super.afterPropertiesSet();
        }
    }

    @Override
    protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
        super.performUpdate(liquibase);
        liquibase.tag(fingerprint);
    }

    /** Of all files, by name and content; the same from a jar and from a folder of classes. */
    private static String fingerprint(ResourcePatternResolver files) {
        var known = new TreeMap<String, String>();
        try {
            for (var file : files.getResources("classpath:" + FOLDER + "**/*.*")) {
                var address = file.getURL().toString();
                known.put(address.substring(address.lastIndexOf(FOLDER)), Sha256.hex(file.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(known.toString());
    }

    private boolean isBuilt() {
        try (var connection = getDataSource().getConnection();
                var question = connection.prepareStatement("SELECT 1 FROM DATABASECHANGELOG WHERE TAG = ?")) {
            question.setString(1, fingerprint);
            try (var answer = question.executeQuery()) {
                return answer.next();
            }
        } catch (SQLException e) {
            return false; // no schema yet, or no database: Liquibase looks, and says which
        }
    }
}
