package fr.preau.demo;

import static fr.preau.activities.Category.CRAFT;
import static fr.preau.activities.Category.MEETING;
import static fr.preau.activities.Category.MUSIC;
import static fr.preau.activities.Category.OUTING;
import static fr.preau.demo.DemoActivity.tell;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import fr.preau.activities.ActivitySheet;
import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionRecord;
import fr.preau.base.InTheDemonstration;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegisterCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What happens seldom and has to be seen all the same: a pause, dates that change, one person too many, a family that waits behind a
 * free place. It has activities of its own, all of them to come in a week or later, so that the ordinary days stay as they are.
 */
@Component
@InTheDemonstration
class DemoRarities {

    private static final DemoActivity POTTERY = tell("Poterie", CRAFT)
            .saying("De l’argile, un tour, un four : on façonne un bol ou une assiette, et on le cuit.")
            .at("Atelier terre", "Sous-sol, ascenseur").bring("Un vieux tablier").costs("3 € par séance")
            .from(16).on("18:00", 120, THURSDAY).bySession().places(4);
    private static final DemoActivity SINGING = tell("Chant pour tous", MUSIC)
            .saying("On chante à plusieurs voix, debout, sans savoir lire la musique.")
            .at("Salle ronde", "Rez-de-chaussée").costs("10 € par an")
            .from(16).on("18:30", 90, TUESDAY).places(20);
    private static final DemoActivity TALES = tell("Balade contée en forêt", OUTING)
            .saying("Une conteuse nous emmène au bois de Phalempin. On marche une heure, on écoute, on goûte.")
            .at("Départ devant le centre", "Le car a une rampe").bring("De bonnes chaussures").costs("2 € par personne")
            .withAdult().once("13:30", 240, SATURDAY, 4).places(30);
    private static final DemoActivity GAMES = tell("Soirée jeux de société", MEETING)
            .saying("Une grande table, cinq chaises, un jeu que personne ne connaît encore.")
            .at("Salle Louise-Michel", "Deuxième étage, ascenseur").costs("Gratuit")
            .from(16).once("18:30", 150, FRIDAY, 3).places(5);
    private static final DemoActivity MUSEUM = tell("Visite de La Piscine", OUTING)
            .saying("Le musée de Roubaix avec une guide, puis un chocolat chaud.")
            .at("Départ devant le centre", "On prend le métro").costs("3 € par personne")
            .withAdult().once("14:00", 180, WEDNESDAY, 2).places(12);
    private static final DemoActivity WEEKEND = tell("Week-end en gîte", OUTING)
            .saying("Deux jours à la campagne, entre familles. On cuisine, on marche, on joue.")
            .at("Départ devant le centre", "Une chambre est de plain-pied").bring("Un sac de couchage").costs("20 € par famille")
            .withAdult().once("09:00", 540, SATURDAY, 8).places(24);

    private final DemoActivities activities;
    private final DemoDates dates;
    private final DemoRegistrations registrations;
    private final PublishingService publishing;
    private final ScheduleService schedule;

    DemoRarities(DemoActivities activities, DemoDates dates, DemoRegistrations registrations, PublishingService publishing,
                 ScheduleService schedule) {
        this.activities = activities;
        this.dates = dates;
        this.registrations = registrations;
        this.publishing = publishing;
        this.schedule = schedule;
    }

    /** @param homes of the first centre, which has enough of them; none of those by whom the desk is tried in the other activities */
    void happen(List<HouseholdRecord> homes, LocalDate today, Instant weeksAgo, Instant lastWeek) {
        pause(homes, today, weeksAgo);
        callOff(homes, today, weeksAgo);
        waitTogether(homes, today, weeksAgo);
        nowClosed(homes, today, weeksAgo);
        DemoClock.at(weeksAgo, () -> {
            activities.open(WEEKEND, dates.of(WEEKEND, today), today.plusDays(10).atTime(9, 0), null);
            var toddlers = toddlers(today);
            activities.open(toddlers, dates.of(toddlers, today));
        });
        // the last, so that the team sees it first
        changeDates(homes, today, lastWeek);
    }

    private static DemoActivity toddlers(LocalDate today) {
        return tell("Éveil musical", MUSIC)
                .saying("Des maracas, une voix, des genoux : une heure de musique pour les petits et leur parent.")
                .at("Salle des petits", "Rez-de-chaussée, poussettes dans l’entrée").bring("Des chaussettes antidérapantes").costs("Gratuit")
                .born(today.getYear() - 4, today.getYear() - 3).withAdult().once("10:00", 60, SATURDAY, 5).places(8);
    }

    private void pause(List<HouseholdRecord> homes, LocalDate today, Instant moment) {
        var sheet = registrations.resultAt(moment, () -> activities.open(SINGING, dates.ahead(SINGING, today)));
        comes(sheet, homes.get(8), Set.of(), moment.plus(Duration.ofHours(1)));
        comes(sheet, homes.get(12), Set.of(), moment.plus(Duration.ofHours(2)));
        does(moment.plus(Duration.ofHours(3)), () -> publishing.suspend(sheet.id(), "Notre cheffe de chœur est malade, nous cherchons quelqu’un"));
    }

    private void callOff(List<HouseholdRecord> homes, LocalDate today, Instant moment) {
        var sheet = registrations.resultAt(moment, () -> activities.open(TALES, dates.of(TALES, today)));
        comes(sheet, homes.get(7), sessions(sheet), moment.plus(Duration.ofHours(1)));
        comes(sheet, homes.get(9), sessions(sheet), moment.plus(Duration.ofHours(2)));
        does(moment.plus(Duration.ofHours(4)), () -> publishing.cancel(sheet.id(), "La conteuse ne peut plus venir"));
    }

    /** Two by two: one place is left, and the next two want to come together. */
    private void waitTogether(List<HouseholdRecord> homes, LocalDate today, Instant moment) {
        var sheet = registrations.resultAt(moment, () -> activities.open(GAMES, dates.of(GAMES, today)));
        for (int i = 0; i < 3; i++) {
            var family = homes.get(2 + 2 * i);
            var both = family.adults().stream().map(PersonRecord::id).limit(2).toList();
            registrations.come(command(sheet, family, both, sessions(sheet)), DeskTerms.ordinary(), moment.plus(Duration.ofHours(1 + i)));
        }
    }

    private void nowClosed(List<HouseholdRecord> homes, LocalDate today, Instant moment) {
        var closes = today.minusDays(3).atTime(18, 0);
        var sheet = registrations.resultAt(moment, () -> activities.open(MUSEUM, dates.of(MUSEUM, today), null, closes));
        comes(sheet, homes.get(6), sessions(sheet), moment.plus(Duration.ofHours(1)));
        comes(sheet, homes.get(14), sessions(sheet), moment.plus(Duration.ofHours(2)));
    }

    /** The first date gets one person more than there are places, the second another hour, the third is off. */
    private void changeDates(List<HouseholdRecord> homes, LocalDate today, Instant moment) {
        var sheet = registrations.resultAt(moment, () -> activities.open(POTTERY, dates.ahead(POTTERY, today)));
        var three = sheet.groups().getFirst().sessions().stream().limit(3).map(SessionRecord::id).toList();
        Stream.of(7, 8, 17, 18).map(homes::get).forEach(family -> comes(sheet, family, Set.copyOf(three), moment.plus(Duration.ofHours(1))));
        var oneMore = homes.get(21);
        registrations.come(command(sheet, oneMore, List.of(oneMore.adults().getFirst().id()), Set.of(three.getFirst())),
                DeskTerms.ordinary().overbooking("Elle vient aider à régler le four"), moment.plus(Duration.ofHours(2)));
        var later = new SessionChange(null, LocalTime.of(19, 0), LocalTime.of(21, 0), null);
        does(moment.plus(Duration.ofHours(3)), () -> schedule.changeSessions(sheet.groups().getFirst().id(), three.get(1),
                version(sheet, three.get(1)), Reach.ONE, later));
        does(moment.plus(Duration.ofHours(4)), () -> schedule.cancelSessions(sheet.groups().getFirst().id(), three.get(2),
                version(sheet, three.get(2)), Reach.ONE, "Le four est en réparation"));
    }

    /** What is written since it was opened counts too. */
    private int version(ActivitySheet sheet, UUID session) {
        return activities.now(sheet.id()).groups().getFirst().sessions().stream().filter(one -> one.id().equals(session)).findFirst()
                .orElseThrow().version();
    }

    private void comes(ActivitySheet sheet, HouseholdRecord family, Set<UUID> sessions, Instant moment) {
        registrations.come(command(sheet, family, List.of(family.adults().getFirst().id()), sessions), DeskTerms.ordinary(), moment);
    }

    private static RegisterCommand command(ActivitySheet sheet, HouseholdRecord family, List<UUID> persons, Set<UUID> sessions) {
        var group = sheet.groups().getFirst().id();
        return new RegisterCommand("demo-" + group + "-" + family.id(), group, family.id(), persons, sessions, PartyRule.TOGETHER, Channel.DESK);
    }

    /** What is booked as a whole has none to choose. */
    private static Set<UUID> sessions(ActivitySheet sheet) {
        var group = sheet.groups().getFirst();
        return switch (group.booking()) {
            case WHOLE_SERIES -> Set.of();
            case BY_SESSION -> group.sessions().stream().map(SessionRecord::id).collect(Collectors.toSet());
        };
    }

    private void does(Instant moment, Supplier<Outcome> change) {
        if (!(registrations.resultAt(moment, change) instanceof Outcome.Done)) {
            throw new IllegalStateException("The story does not go on");
        }
    }
}
