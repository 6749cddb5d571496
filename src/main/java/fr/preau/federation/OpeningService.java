package fr.preau.federation;

import fr.preau.accounts.Audit;
import fr.preau.accounts.team.DirectorService;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.UniqueKey;
import fr.preau.centres.Centre;
import fr.preau.centres.CentreAddress;
import fr.preau.centres.CentreService;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets the federation's officers open a centre, with its first director or without. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
public class OpeningService {

    private static final int TWINS = 99;
    /**
     * Somebody has taken the address or the letters, or named the same director, in the same second: the second look says which, or takes
     * others.
     */
    private static final UniqueKey TAKEN = UniqueKey.named("slug", "code", "email", "one_grant", "one_grant_in_a_place");

    private final CentreService centres;
    private final DirectorService directors;
    private final Audit audit;
    private final RetriedTransaction transaction;

    OpeningService(CentreService centres, DirectorService directors, Audit audit, RetriedTransaction transaction) {
        this.centres = centres;
        this.directors = directors;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A free name in addresses for a centre called so; nothing for a name without letters. */
    public String proposeAddress(String name) {
        String proposed = CentreAddress.propose(name);
        if (proposed.isEmpty() || refusal(proposed).isEmpty()) {
            return proposed;
        }
        for (int twin = 2; twin <= TWINS; twin++) {
            String other = proposed.substring(0, Math.min(proposed.length(), CentreAddress.LONGEST - 3)).replaceFirst("-$", "") + "-" + twin;
            if (refusal(other).isEmpty()) {
                return other;
            }
        }
        return proposed;
    }

    /** Whether this would be the first centre of all: then the federation is named with it. */
    public boolean isTheFirst() {
        return centres.federation().isEmpty();
    }

    /** Opens the centre and names its director, both or neither. */
    public OpeningOutcome open(NewCentre wanted) {
        return TAKEN.again(() -> transaction.call(() -> openIfRight(wanted)));
    }

    private OpeningOutcome openIfRight(NewCentre wanted) {
        var refused = new OpeningOutcome.Refused(wanted.sheet().wrong(), refusal(wanted.address()), isTheFirst() && !wanted.namesTheFederation(),
                wanted.namesADirector() ? directors.refusal(wanted.directorMail(), wanted.directorName()) : Optional.<TeamRefusal>empty());
        if (!refused.isEmpty()) {
            return refused;
        }
        var sheet = wanted.sheet();
        var federation = centres.federation().orElseGet(() -> centres.foundFederation(wanted.federation()));
        var opened = centres.open(new Centre(federation, wanted.address(), sheet.name(), sheet.shortName(), centres.freeCode(sheet.name()),
                sheet.contact(), sheet.zone()));
        audit.record("centre-opened", "centre", opened.id(), null);
        if (wanted.namesADirector()) {
            directors.name(opened.id(), wanted.directorMail(), wanted.directorName()).ifPresent(late -> {
                throw new IllegalStateException("Refused between two looks: " + late);
            });
        }
        return new OpeningOutcome.Opened(opened.slug());
    }

    private Optional<AddressRefusal> refusal(String address) {
        return CentreAddress.fault(address).map(fault -> switch (fault) {
            case MALFORMED -> AddressRefusal.MALFORMED;
            case RESERVED -> AddressRefusal.RESERVED;
        }).or(() -> centres.findBySlug(address).map(known -> AddressRefusal.TAKEN));
    }
}
