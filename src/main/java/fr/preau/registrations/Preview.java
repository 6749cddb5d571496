package fr.preau.registrations;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would come of a gesture if it were made now; by the time that it is made, others may have been faster. */
public record Preview(List<Forecast> forecasts, List<PersonRefusal> refused, List<Overlap> overlaps) implements Serializable {

    /**
     * @param rank       the place in the list that the person would have; 0 for a place at once
     * @param overbooked whether that place would be one beyond those there are
     */
    public record Forecast(UUID person, @Nullable UUID session, int rank, @Nullable WaitReason waits, boolean overbooked) implements Serializable {
    }

    /** Why this person cannot, if she cannot at all. */
    public List<PersonRefusal> refusedFor(UUID person) {
        return refused.stream().filter(refusal -> refusal.person().equals(person)).toList();
    }
}
