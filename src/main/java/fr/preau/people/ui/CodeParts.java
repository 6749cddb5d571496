package fr.preau.people.ui;

import fr.preau.accounts.DeskCode;
import fr.preau.base.Moments;
import fr.preau.base.PublicAddress;
import fr.preau.centres.CentreService;
import fr.preau.people.DeskSignInService;
import fr.preau.people.Outcome;
import fr.preau.people.PersonRecord;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the part of a family's page needs where its adults get their codes: who makes them, and what stands on the paper. */
@Component
class CodeParts {

    private final DeskSignInService signIn;
    private final CentreService centres;
    private final PublicAddress address;
    private final Moments moments;

    CodeParts(DeskSignInService signIn, CentreService centres, PublicAddress address, Moments moments) {
        this.signIn = signIn;
        this.centres = centres;
        this.address = address;
        this.moments = moments;
    }

    CodesPart of(List<PersonRecord> adults) {
        return new CodesPart(adults, this);
    }

    Outcome<DeskCode> make(UUID adult) {
        return signIn.codeFor(adult);
    }

    DeskSlip slip(DeskCode code) {
        var centre = centres.current();
        return new DeskSlip(centre, code, door(code), address.of(code.path()), moments.full(code.until(), centre.zone()));
    }

    /** The page where a name is typed with the code, as people type its address: browsers know how that begins. */
    String door(DeskCode code) {
        String whole = address.of(code.path().substring(0, code.path().lastIndexOf('/')));
        return whole.substring(whole.indexOf("//") + 2);
    }

    /** "14 h 40". */
    String hour(DeskCode code) {
        return moments.time(code.until().atZone(centres.current().zone()).toLocalTime());
    }
}
