package fr.preau.people;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The families' files of the current centre: read, found and opened. What changes in one is for {@link FamilyService} and its like. */
@Service
@Transactional(readOnly = true)
public class HouseholdService {

    private final HouseholdFiles files;
    private final Persons persons;
    private final HouseholdReader reader;
    private final HouseholdAccess access;
    private final HouseholdFinder finder;
    private final Welcoming welcoming;

    HouseholdService(HouseholdFiles files, Persons persons, HouseholdReader reader, HouseholdAccess access, HouseholdFinder finder,
                     Welcoming welcoming) {
        this.files = files;
        this.persons = persons;
        this.reader = reader;
        this.access = access;
        this.finder = finder;
        this.welcoming = welcoming;
    }

    /** The household of whoever is signed in, in this centre; nothing before the first welcome. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<HouseholdRecord> mine() {
        return access.account().flatMap(files::ofAccount);
    }

    /** Who was taken out of a household of this centre, the last one first; {@link FamilyService#restorePerson} takes her back. */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    public List<PersonRecord> takenOutOf(UUID household) {
        return reader.records(persons.takenOutOf(household));
    }

    /** Which household that is, for code that needs no more than that. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<UUID> idOfMine() {
        return access.account().flatMap(files::idOf);
    }

    /** A household by its id: nothing when it is another centre's, or another family's for a resident. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<HouseholdRecord> find(UUID id) {
        return access.allows(id) ? read(id) : Optional.empty();
    }

    /**
     * A household of this centre.
     *
     * @throws NotHereException when the centre has none of this id
     */
    @AllowedTo(Role.THE_HOUSE)
    public HouseholdRecord require(UUID id) {
        return read(id).orElseThrow(() -> new NotHereException("No such household in this centre"));
    }

    /** Persons by id, those who left included, for lists that name them. */
    @AllowedTo(Role.THE_HOUSE)
    public Map<UUID, PersonRecord> persons(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reader.records(persons.withIds(ids)).stream()
                .collect(Collectors.toMap(PersonRecord::id, Function.identity()));
    }

    /** The household of any account in this centre. */
    @AllowedTo(Role.THE_HOUSE)
    public Optional<UUID> householdOf(UUID account) {
        return files.idOf(account);
    }

    /** Where this household's letters go. */
    @AllowedTo(Role.THE_HOUSE)
    public Reach reachOf(UUID householdId) {
        return require(householdId).reach();
    }

    /**
     * Households whose persons bear these words in their names, or that are reached at this phone number or mail address, or one that
     * begins so; all when nothing is typed.
     *
     * @param page counted from 0
     */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    public FoundHouseholds search(String words, int page) {
        return finder.search(words, page);
    }

    /**
     * Persons who live in a household and whose names begin with these words, in any order, by last and first name; nobody before two
     * letters are typed.
     */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    public List<PersonRecord> personsCalled(String words, int most) {
        return finder.personsCalled(words, most);
    }

    /** Persons of other households who may be the same as one of these: same names, same birth date. Never merged by itself. */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    public List<PersonRecord> possibleDuplicates(UUID householdId) {
        return finder.possibleDuplicates(householdId);
    }

    /**
     * The first welcome: opens the household of whoever is signed in, who is reached at the address she signs in with; where reception
     * has opened it already, that one ({@link Welcoming}). A second click finds the one of the first.
     */
    @AllowedTo(Role.SIGNED_IN)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome<UUID> welcome(NewHousehold command) {
        return welcoming.resident(command);
    }

    /** Opens a household at the desk; one adult is enough. */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    @Transactional
    public Outcome<UUID> openAtDesk(NewHousehold command) {
        return welcoming.atDesk(command);
    }

    /** Lets an account act for a household of this centre, as one of its persons when that is known. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional
    public Outcome<UUID> link(UUID householdId, UUID account, @Nullable UUID personId) {
        return welcoming.link(householdId, account, personId);
    }

    private Optional<HouseholdRecord> read(UUID id) {
        return files.withId(id, CurrentUser.account().orElse(null));
    }
}
