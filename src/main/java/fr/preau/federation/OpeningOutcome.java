package fr.preau.federation;

import fr.preau.accounts.team.TeamRefusal;
import java.util.Optional;
import java.util.Set;

/** What came of opening a centre. */
public sealed interface OpeningOutcome {

    /** The centre is there, on the public pages too. */
    record Opened(String address) implements OpeningOutcome {
    }

    /** Nothing is opened; all that does not go is said at once. */
    record Refused(Set<CentreSheet.Line> lines, Optional<AddressRefusal> address, boolean federationMissing, Optional<TeamRefusal> director)
            implements OpeningOutcome {

        boolean isEmpty() {
            return lines.isEmpty() && address.isEmpty() && !federationMissing && director.isEmpty();
        }
    }
}
