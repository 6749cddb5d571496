package fr.preau.people;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.Phone;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens and finds the families' files of the current centre. */
@Service
@Transactional(readOnly = true)
public class HouseholdService {

    private static final int PAGE_SIZE = 20;
    private static final int LONGEST_SEARCH = 200;

    private final Households households;
    private final Persons persons;
    private final ContactPoints contacts;
    private final HouseholdAccounts accounts;
    private final HouseholdReader reader;
    private final HouseholdFiles files;
    private final HouseholdSearch search;
    private final HouseholdAccess access;
    private final KnownFiles known;
    private final Rules rules;
    private final AccountService accountsOfAll;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    HouseholdService(Households households, Persons persons, ContactPoints contacts, HouseholdAccounts accounts,
                     HouseholdReader reader, HouseholdFiles files, HouseholdSearch search, HouseholdAccess access, KnownFiles known,
                     Rules rules, AccountService accountsOfAll, Audit audit, RetriedTransaction transaction, Clock clock) {
        this.households = households;
        this.persons = persons;
        this.contacts = contacts;
        this.accounts = accounts;
        this.reader = reader;
        this.files = files;
        this.search = search;
        this.access = access;
        this.known = known;
        this.rules = rules;
        this.accountsOfAll = accountsOfAll;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The household of whoever is signed in, in this centre; nothing before the first welcome. */
    @AllowedTo(Role.SIGNED_IN)
    public Optional<HouseholdRecord> mine() {
        return access.account().flatMap(files::ofAccount);
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
     * @throws java.util.NoSuchElementException when the centre has none of this id
     */
    @AllowedTo(Role.THE_HOUSE)
    public HouseholdRecord require(UUID id) {
        return read(id).orElseThrow();
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
        var household = require(householdId);
        String name = Stream.concat(household.adults().stream(), household.persons().stream())
                .map(PersonRecord::fullName).findFirst().orElse(household.name());
        return new Reach(name,
                household.contacts(ContactKind.MAIL).stream().map(ContactRecord::address).flatMap(mail -> EmailAddress.parse(mail).stream()).toList(),
                household.contacts(ContactKind.PHONE).stream().map(ContactRecord::address).map(Phone::new).toList());
    }

    /**
     * Households whose persons bear these words in their names, or that have this phone number; all when nothing is typed.
     *
     * @param page counted from 0
     */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    public FoundHouseholds search(String words, int page) {
        String typed = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
        long all = search.count(typed);
        int shown = (int) Math.clamp(page, 0, Math.max(0, (all - 1) / PAGE_SIZE));
        var ids = search.page(typed, shown, PAGE_SIZE);
        var byId = ids.isEmpty() ? Map.<UUID, Household>of() : households.withIds(ids).stream()
                .collect(Collectors.toMap(Household::id, Function.identity()));
        return new FoundHouseholds(reader.lines(ids.stream().map(byId::get).toList()), shown, PAGE_SIZE, all);
    }

    /** Persons of other households who may be the same as one of these: same names, same birth date. Never merged by itself. */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    public List<PersonRecord> possibleDuplicates(UUID householdId) {
        var household = households.withId(householdId);
        return household.isEmpty() ? List.of() : persons.livingIn(List.of(householdId)).stream()
                .map(person -> person.toRecord(reader.today(), List.of()))
                .flatMap(person -> namesakes(person).stream()).distinct().toList();
    }

    private List<PersonRecord> namesakes(PersonRecord person) {
        if (person.birthDate() == null) {
            return List.of();
        }
        var names = List.of(Person.searchName(person.firstName(), person.lastName()), Person.searchName(person.lastName(), person.firstName()));
        return reader.records(persons.namesakes(names, person.birthDate(), person.householdId()));
    }

    /**
     * The first welcome: opens the household of whoever is signed in, who is reached at the address she signs in with; where reception
     * has opened it already, that one ({@link KnownFiles}). A second click finds the one of the first.
     */
    @AllowedTo(Role.SIGNED_IN)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Outcome<UUID> welcome(NewHousehold command) {
        var broken = rules.broken(command);
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        var account = access.account().orElseThrow();
        try {
            return transaction.call(() -> welcomedBefore(account).or(() -> takeUp(command, account).map(Outcome::done))
                    .orElseGet(() -> Outcome.done(open(withOwnMail(command), Household.Origin.RESIDENT, account))));
        } catch (DataIntegrityViolationException twoClicks) {
            return welcomedBefore(account).orElseThrow(() -> twoClicks);
        }
    }

    /** The household of this account; whoever was taken out of one has no other way back than the desk. */
    private Optional<Outcome<UUID>> welcomedBefore(UUID account) {
        var now = accounts.of(account).map(link -> Outcome.done(link.householdId()));
        return now.isPresent() ? now : accounts.everOf(account).map(left -> Outcome.refused(PeopleRefusal.LEFT_A_FAMILY));
    }

    /** Opens a household at the desk; one adult is enough. */
    @AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
    @Transactional
    public Outcome<UUID> openAtDesk(NewHousehold command) {
        var broken = rules.broken(command);
        return broken.isEmpty() ? Outcome.done(open(command, Household.Origin.DESK, null)) : Outcome.refused(broken);
    }

    /** Lets an account act for a household of this centre, as one of its persons when that is known. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional
    public Outcome<UUID> link(UUID householdId, UUID account, @Nullable UUID personId) {
        if (households.lock(householdId).isEmpty()) {
            return Outcome.refused(PeopleRefusal.NOT_FOUND);
        }
        var before = accounts.everOf(account);
        if (before.isPresent()) {
            return before.get().householdId().equals(householdId) ? Outcome.done(householdId) : Outcome.refused(PeopleRefusal.ALREADY_LINKED);
        }
        accounts.save(new HouseholdAccount(householdId, account, personId, clock.instant()));
        return Outcome.done(householdId);
    }

    private Optional<UUID> takeUp(NewHousehold command, UUID account) {
        return accountsOfAll.mine().mail().flatMap(mail -> known.of(command.adult(), mail)).flatMap(person -> households.lock(person.householdId()).map(household -> {
            accounts.save(new HouseholdAccount(household.id(), account, person.id(), clock.instant()));
            keep(household, command.contacts());
            callByName(person);
            household.touch(clock.instant());
            audit.record("household-taken-up", "household", household.id(), null);
            return household.id();
        }));
    }

    private NewHousehold withOwnMail(NewHousehold command) {
        var contacts = new ArrayList<>(command.contacts());
        accountsOfAll.mine().mail().map(mail -> ContactDetails.mail(mail.value())).ifPresent(contacts::add);
        return new NewHousehold(command.adult(), contacts);
    }

    private UUID open(NewHousehold command, Household.Origin origin, @Nullable UUID account) {
        var now = clock.instant();
        var household = households.save(new Household(origin, now));
        var adult = persons.save(new Person(household, command.adult(), now));
        household.nameAfter(List.of(adult.toRecord(reader.today(), List.of())));
        keep(household, command.contacts());
        if (account != null) {
            accounts.save(new HouseholdAccount(household.id(), account, adult.id(), now));
            callByName(adult);
        }
        return household.id();
    }

    private void keep(Household household, List<ContactDetails> more) {
        var before = contacts.of(List.of(household.id()));
        more.stream().map(ContactDetails::toKept).distinct().filter(kept -> before.stream().noneMatch(one -> one.isSame(kept.kind(), kept.address())))
                .forEach(kept -> contacts.save(new ContactPoint(household.id(), null, kept.kind(), kept.address(), clock.instant())));
    }

    /** Who came by a link was called by the beginning of her address until now. */
    private void callByName(Person adult) {
        var account = accountsOfAll.mine();
        if (accountsOfAll.mayCallMe() && account.mail().filter(mail -> mail.value().startsWith(account.displayName() + "@")).isPresent()) {
            accountsOfAll.callMe(adult.toRecord(reader.today(), List.of()).fullName());
        }
    }

    private Optional<HouseholdRecord> read(UUID id) {
        return files.withId(id, CurrentUser.account().orElse(null));
    }
}
