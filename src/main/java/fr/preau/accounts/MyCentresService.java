package fr.preau.accounts;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Knows in which centres the signed-in person has something to do. */
@Service
@FederationWide
@AllowedTo(Role.SIGNED_IN)
public class MyCentresService {

    private final CentreService centres;
    private final ObjectProvider<FamilyCentres> families;

    MyCentresService(CentreService centres, ObjectProvider<FamilyCentres> families) {
        this.centres = centres;
        this.families = families;
    }

    /**
     * The centres where the person holds a role or has a family, by name; all of them for who works for the federation. Where a code
     * of one centre's reception has opened the session, that one at most: the others are not named.
     */
    public List<CentreRecord> mine() {
        var me = CurrentUser.require();
        var all = centres.all();
        if (me.grants().stream().anyMatch(grant -> grant.centre() == null)) {
            return all;
        }
        var mine = me.grants().stream().map(Grant::centre).collect(Collectors.toSet());
        families.forEach(known -> mine.addAll(known.of(me.account())));
        return all.stream().filter(centre -> mine.contains(centre.id()) && me.opens(centre.id())).toList();
    }
}
