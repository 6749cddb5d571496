package fr.preau.people;

import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.people.FileCopyPrinter.Part;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Copies all that is kept of a family, for the family: what the privacy page promises. It takes its copy itself, or the desk hands
 * it out. The same words in both, those that a family may read. A page of HTML ({@link FileCopyPrinter}).
 */
@Service
public class FileCopyService {

    private final HouseholdFiles files;
    private final HouseholdAccess access;
    private final FamiliesOfAccounts families;
    private final CentreService centres;
    private final List<FileChapter> chapters;
    private final FileCopyPrinter printer;
    private final Audit audit;
    private final Texts texts;
    private final RetriedTransaction transaction;

    FileCopyService(HouseholdFiles files, HouseholdAccess access, FamiliesOfAccounts families, CentreService centres, List<FileChapter> chapters,
                    FileCopyPrinter printer, Audit audit, Texts texts, RetriedTransaction transaction) {
        this.files = files;
        this.access = access;
        this.families = families;
        this.centres = centres;
        this.chapters = chapters;
        this.printer = printer;
        this.audit = audit;
        this.texts = texts;
        this.transaction = transaction;
    }

    /** What every centre keeps of the family of whoever is signed in, as far as this session opens it; nothing before the first welcome. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<String> mine() {
        return print(families.of(CurrentUser.require().account()).stream().flatMap(id -> centres.find(id).stream())
                .sorted(Comparator.comparing(CentreRecord::name))
                .flatMap(centre -> CurrentCentre.in(centre.id(), () -> access.account().flatMap(files::idOf).flatMap(this::part)).stream()).toList());
    }

    /** What this centre keeps of a household; nothing when it is another centre's. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public Optional<String> of(UUID household) {
        return print(Optional.of(household).filter(access::allows).flatMap(this::part).stream().toList());
    }

    private Optional<String> print(List<Part> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(printer.print(parts));
    }

    private Optional<Part> part(UUID household) {
        return transaction.call(() -> files.withId(household, null).map(file -> {
            audit.record("household-copied", "household", household, null);
            return new Part(texts.say("people.copy.centre", centres.current().name(), file.name()),
                    chapters.stream().flatMap(chapter -> chapter.of(household).stream()).toList());
        }));
    }
}
