package fr.preau.base;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * One or more unique keys with which the database answers a question that nobody asks beforehand: whether somebody was faster. Any other
 * broken rule of the database is a defect, and stays one.
 */
public final class UniqueKey {

    private static final int DUPLICATE = 1062;

    /** What the database says ends with the key, between quotes; what stands twice, and anybody may have typed, comes before. */
    private final List<String> ends;

    private UniqueKey(List<String> ends) {
        this.ends = ends;
    }

    /** By the names that the schema gives them; a key without a name bears that of its column. */
    public static UniqueKey named(String... names) {
        return new UniqueKey(Arrays.stream(names).map(name -> "'" + name + "'").toList());
    }

    /** Whether this failure is that there is such a row already. */
    public boolean isBrokenIn(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(cause -> cause instanceof SQLException sql
                && sql.getErrorCode() == DUPLICATE && ends.stream().anyMatch(String.valueOf(sql.getMessage())::endsWith));
    }

    /** Does the work, a whole transaction, and once more when somebody was faster: it then finds what is there. */
    public <T> T again(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException faster) {
            if (!isBrokenIn(faster)) {
                throw faster;
            }
            return work.get();
        }
    }
}
