package fr.preau.demo;

import fr.preau.activities.ActivitySheet;
import fr.preau.activities.SessionRecord;
import fr.preau.base.CurrentCentre;
import fr.preau.base.InTheDemonstration;
import fr.preau.base.Moments;
import fr.preau.centres.CentreService;
import fr.preau.people.HouseholdRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the story of the demonstration once, relative to today: each centre in one transaction, so that a start that was
 * interrupted is taken up where it ended. {@code preau.demo-story=false} leaves the centres untold, for tests of what only the
 * demonstration has; {@code preau.demo-centres=1} tells the first one only, for who is in a hurry.
 */
@Component
@InTheDemonstration
@ConditionalOnBooleanProperty(name = "preau.demo-story", matchIfMissing = true)
class DemoStory implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);
    static final int WEEKS_PAST = 6;
    private static final int FAMILIES_OF_THE_FIRST = 22;
    private static final int FAMILIES_OF_OTHERS = 3;
    private static final int SHEETS_LEFT = 4;

    private final CentreService centres;
    private final DemoStaff staff;
    private final DemoDates dates;
    private final DemoFamilies families;
    private final DemoRegistrations registrations;
    private final DemoActivities activities;
    private final DemoRarities rarities;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<DemoAccountsFile> accountsFile;
    private final int howMany;

    DemoStory(CentreService centres, DemoStaff staff, DemoDates dates, DemoFamilies families, DemoRegistrations registrations,
              DemoActivities activities, DemoRarities rarities, Clock clock, PlatformTransactionManager transactions,
              ObjectProvider<DemoAccountsFile> accountsFile, @Value("${preau.demo-centres:" + Integer.MAX_VALUE + "}") int howMany) {
        this.centres = centres;
        this.staff = staff;
        this.dates = dates;
        this.families = families;
        this.registrations = registrations;
        this.activities = activities;
        this.rarities = rarities;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.accountsFile = accountsFile;
        this.howMany = howMany;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var federation = centres.foundFederation(DemoCentre.FEDERATION);
        var people = DemoFamily.all();
        int from = 0;
        for (var place : DemoCentre.ALL.subList(0, Math.min(howMany, DemoCentre.ALL.size()))) {
            int to = from + (place == DemoCentre.BELENCONTRE ? FAMILIES_OF_THE_FIRST : FAMILIES_OF_OTHERS);
            if (centres.findBySlug(place.slug()).isEmpty()) {
                tell(place, federation, people.subList(from, to), from);
            }
            from = to;
        }
        accountsFile.ifAvailable(DemoAccountsFile::write);
    }

    private void tell(DemoCentre place, UUID federation, List<DemoFamily> people, int number) {
        long start = System.nanoTime();
        var centre = place.open(federation);
        CurrentCentre.runIn(centre.id(), () -> transaction.executeWithoutResult(status -> {
            centres.open(centre);
            staff.hire(centre.id(), place.slug());
            staff.as(DemoStaff.DIRECTOR, place.slug(), () -> live(place, people, number));
        }));
        LOG.info("Told the story of {} in {} ms", place.name(), Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private void live(DemoCentre place, List<DemoFamily> people, int number) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Moments.PARIS);
        var sheets = new ArrayList<ActivitySheet>();
        DemoClock.at(weeksAgo(now, WEEKS_PAST + 2), () -> {
            DemoProgramme.of(place).forEach(activity -> sheets.add(activities.open(activity, dates.of(activity, today))));
        });
        var homes = new ArrayList<HouseholdRecord>();
        for (int i = 0; i < people.size(); i++) {
            var family = people.get(i);
            int key = number + i;
            DemoClock.at(weeksAgo(now, WEEKS_PAST + 1).plus(Duration.ofHours(i)), () -> homes.add(families.open(family, today, key)));
        }
        for (int i = 0; i < sheets.size(); i++) {
            if (sheets.get(i).rules().registrationNeeded()) {
                fill(sheets.get(i), homes, i, now);
            }
        }
        var taken = takeAttendance(sheets, now);
        if (place == DemoCentre.BELENCONTRE) {
            registrations.walkIns(taken.getFirst(), homes);
            rarities.happen(homes, today, weeksAgo(now, 2), weeksAgo(now, 1));
        }
    }

    /**
     * The latest sheets are left for whoever tries the desk; counted, since how many sessions two days have depends on the day.
     *
     * @return the others, the latest first
     */
    private List<SessionRecord> takeAttendance(List<ActivitySheet> sheets, Instant now) {
        var over = sheets.stream().flatMap(sheet -> sheet.groups().getFirst().sessions().stream())
                .filter(session -> session.endsAt().isBefore(now))
                .sorted(Comparator.comparing(SessionRecord::endsAt).reversed())
                .filter(registrations::anybodyExpected)
                .skip(SHEETS_LEFT).toList();
        over.forEach(registrations::takeAttendance);
        return over;
    }

    /** What becomes of the registrations of an activity; for what is over, some have waited in vain. */
    private void fill(ActivitySheet sheet, List<HouseholdRecord> homes, int turn, Instant now) {
        boolean over = isOver(sheet, now);
        int persons = over ? places(sheet) + 3 : persons(sheet, turn);
        var requests = registrations.register(sheet, homes, turn * 3 + 1, persons, weeksAgo(now, WEEKS_PAST).plus(Duration.ofMinutes(turn)));
        if (sheet.rules().needsApproval()) {
            registrations.answerAllButTwo(requests, weeksAgo(now, 1));
            return;
        }
        if (over || requests.size() < 3) {
            return;
        }
        switch (turn % 4) {
            case 0 -> registrations.cancelByCentre(requests.get(1), weeksAgo(now, 2), "Le certificat demandé n’est pas arrivé");
            case 1 -> registrations.cancelOne(requests.getFirst(), weeksAgo(now, 1));
            case 2 -> heldPlaces(sheet, homes, now);
            default -> changesOfMind(requests, now);
        }
    }

    /** How many ask: some are full with people waiting, some have a few places left, some many. */
    private static int persons(ActivitySheet sheet, int turn) {
        int places = places(sheet);
        return switch (turn % 4) {
            case 0 -> places - 3;
            case 3 -> places + 6;
            default -> places / 2;
        };
    }

    private static int places(ActivitySheet sheet) {
        return sheet.groups().getFirst().defaultPlaces();
    }

    private static boolean isOver(ActivitySheet sheet, Instant now) {
        return sheet.groups().getFirst().sessions().stream().allMatch(session -> session.endsAt().isBefore(now));
    }

    /** A place is held until next week: a paper is missing. */
    private void heldPlaces(ActivitySheet sheet, List<HouseholdRecord> homes, Instant now) {
        var last = homes.getLast();
        registrations.hold(sheet, last, last.adults().getFirst().id(), now.minus(Duration.ofDays(2)),
                LocalDate.ofInstant(now, Moments.PARIS).plusDays(5).atTime(18, 0).atZone(Moments.PARIS).toInstant());
    }

    /**
     * One gives back and the next says yes; one gives back, the next says no and the one after yes; where two were free then, the
     * other lets a week go by and calls too late, and the one behind says yes; one gives back now, and an offer is open.
     */
    private void changesOfMind(List<UUID> requests, Instant now) {
        registrations.cancelOne(requests.getFirst(), weeksAgo(now, 3));
        registrations.answer(requests, weeksAgo(now, 3).plus(Duration.ofHours(2)), true);
        registrations.cancelOne(requests.get(1), weeksAgo(now, 2));
        registrations.answer(requests, weeksAgo(now, 2).plus(Duration.ofHours(3)), false);
        registrations.answer(requests, weeksAgo(now, 2).plus(Duration.ofHours(4)), true);
        registrations.answerTooLate(requests, weeksAgo(now, 1));
        registrations.answer(requests, weeksAgo(now, 1).plus(Duration.ofHours(1)), true);
        registrations.cancelOne(requests.get(2), now.minus(Duration.ofHours(2)));
    }

    /** When the desk opened at the beginning of that week. */
    private static Instant weeksAgo(Instant now, int weeks) {
        return DemoHours.opening(LocalDate.ofInstant(now, Moments.PARIS).minusWeeks(weeks));
    }
}
