package fr.preau.registrations;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** What came of a gesture. */
public sealed interface RegisterOutcome extends Serializable {

    /**
     * It is written: each person has a place or waits.
     *
     * @param refused  those of "who can" who cannot; empty when the same gesture is told again
     * @param overlaps what they should know and may ignore
     */
    record Registered(UUID request, List<Answer> answers, List<PersonRefusal> refused, List<Overlap> overlaps) implements RegisterOutcome {

        public boolean everybodyHasAPlace() {
            return answers.stream().allMatch(answer -> answer.state().takesPlace());
        }

        /** The team answers first: nobody has a place or a rank yet. */
        public boolean isToBeAccepted() {
            return answers.stream().anyMatch(answer -> answer.state() == RegistrationState.REQUESTED);
        }

        public boolean nobodyHasAPlace() {
            return answers.stream().noneMatch(answer -> answer.state().takesPlace());
        }
    }

    /** Nothing is written; each reason has its person. */
    record Refused(List<PersonRefusal> whyNot) implements RegisterOutcome {
    }
}
