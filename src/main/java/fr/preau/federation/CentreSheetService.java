package fr.preau.federation;

import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the federation's officers keep the sheets of the centres right. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
@Transactional
public class CentreSheetService {

    private final CentreService centres;
    private final Audit audit;

    CentreSheetService(CentreService centres, Audit audit) {
        this.centres = centres;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<CentreSheet> find(UUID centre) {
        return centres.find(centre).map(CentreSheet::of);
    }

    /**
     * Changes the sheet; the public pages say so within a minute.
     *
     * @param opened as it stood when the officer began to type
     */
    public SheetOutcome change(UUID centre, CentreSheet opened, CentreSheet typed) {
        var wrong = typed.wrong();
        if (!wrong.isEmpty()) {
            return new SheetOutcome.Wrong(wrong);
        }
        CentreRecord changed = centres.rewrite(centre, now -> CentreSheet.of(now).equals(opened), typed.name(), typed.shortName(), typed.contact(),
                typed.zone());
        if (!CentreSheet.of(changed).equals(typed)) {
            return new SheetOutcome.ChangedMeanwhile(CentreSheet.of(changed));
        }
        audit.record("centre-sheet-changed", "centre", centre, null);
        return new SheetOutcome.Saved();
    }
}
