package fr.preau.demo;

import static fr.preau.activities.Category.CRAFT;
import static fr.preau.activities.Category.COOKING;
import static fr.preau.activities.Category.DIGITAL;
import static fr.preau.activities.Category.FAMILY;
import static fr.preau.activities.Category.GARDEN;
import static fr.preau.activities.Category.HOMEWORK;
import static fr.preau.activities.Category.LANGUAGE;
import static fr.preau.activities.Category.MUSIC;
import static fr.preau.activities.Category.OUTING;
import static fr.preau.activities.Category.MEETING;
import static fr.preau.activities.Category.RIGHTS;
import static fr.preau.activities.Category.SHOW;
import static fr.preau.activities.Category.SPORT;
import static fr.preau.activities.Category.WELLBEING;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import fr.preau.activities.Audience;
import fr.preau.activities.Booking;
import fr.preau.activities.Category;
import fr.preau.activities.About;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * An activity as a centre would tell it. Weekly ones began six weeks ago and go on; a single one takes place once, some weeks
 * from today.
 *
 * @param weeksAhead zero for a weekly series, else in how many weeks the single session is
 */
record DemoActivity(About about, Audience audience, boolean registration, boolean approval, Booking booking, List<DayOfWeek> days, LocalTime starts,
                    int minutes, int places, int weeksAhead) {

    LocalTime ends() {
        return starts.plusMinutes(minutes);
    }

    String title() {
        return about.title();
    }

    /** The same, but anybody may just come. */
    DemoActivity withoutRegistration() {
        return new DemoActivity(about, audience, false, false, booking, days, starts, minutes, places, weeksAhead);
    }

    /** The same, but the team answers each request. */
    DemoActivity byApproval() {
        return new DemoActivity(about, audience, registration, true, booking, days, starts, minutes, places, weeksAhead);
    }

    static final List<DemoActivity> OF_BELENCONTRE = List.of(
            tell("Atelier cuisine du monde", COOKING)
                    .saying("Chaque mercredi, une famille montre un plat de chez elle. On cuisine ensemble, puis on mange ensemble.")
                    .at("Grande cuisine, rez-de-chaussée", "Entrée par la cour, accessible en fauteuil")
                    .bring("Un tablier et une boîte pour emporter les restes").costs("2 € par personne et par séance")
                    .from(6).withAdult().on("14:00", 150, WEDNESDAY).bySession().places(12),
            tell("Coup de pouce aux devoirs", HOMEWORK)
                    .saying("Un goûter, puis une heure pour les devoirs avec Inès et les bénévoles. Les parents peuvent rester.")
                    .at("Salle des devoirs, premier étage", "Ascenseur").bring("Le cartable").costs("Gratuit")
                    .aged(6, 11).on("16:30", 90, MONDAY, THURSDAY).places(16),
            tell("Mon téléphone, pas à pas", DIGITAL)
                    .saying("Prendre une photo, envoyer un message, trouver un horaire : chacun avance à son rythme.")
                    .at("Espace numérique", "Rez-de-chaussée").bring("Votre téléphone et son chargeur").costs("Gratuit")
                    .from(18).on("10:00", 120, TUESDAY).bySession().places(8),
            tell("Foot en salle", SPORT)
                    .saying("On joue, on apprend les règles, et on se respecte. Filles et garçons ensemble.")
                    .at("Salle de sport", "Vestiaires au sous-sol").bring("Des chaussures propres et une gourde").costs("10 € par an")
                    .aged(8, 12).on("10:00", 90, SATURDAY).places(6),
            tell("Jardin partagé", GARDEN)
                    .saying("On sème, on arrose, on récolte. Venez quand vous voulez.")
                    .at("Jardin derrière le centre", "Allées de gravier").bring("Des chaussures qui ne craignent rien").costs("Gratuit")
                    .on("15:00", 120, FRIDAY).places(30).withoutRegistration(),
            tell("Sortie à la mer", OUTING)
                    .saying("Une journée à Malo-les-Bains, en car. Pique-nique sur la plage, retour vers 19 h.")
                    .at("Départ devant le centre", "Le car a une rampe").bring("Un pique-nique et un vêtement chaud").costs("5 € par personne")
                    .withAdult().once("08:00", 660, SATURDAY, 3).places(45),
            tell("Num & Week", DIGITAL)
                    .saying("Un week-end pour fabriquer : jeu vidéo, film court ou objet connecté. On montre tout le dimanche soir.")
                    .at("Espace numérique", "Rez-de-chaussée").bring("Une idée").costs("Gratuit, repas compris")
                    .aged(11, 17).once("09:30", 450, SATURDAY, 4).places(20).byApproval(),
            tell("Français pour tous les jours", LANGUAGE)
                    .saying("Parler au médecin, à l’école, au travail. On parle beaucoup, on écrit un peu.")
                    .at("Salle Louise-Michel", "Deuxième étage, ascenseur").bring("Un cahier").costs("Gratuit")
                    .from(16).on("09:15", 105, TUESDAY, FRIDAY).places(14),
            tell("Café des parents", FAMILY)
                    .saying("Un café, un sujet, et personne ne juge. Les petits jouent à côté.")
                    .at("Salle ronde", "Rez-de-chaussée").costs("Gratuit")
                    .from(18).on("09:00", 90, THURSDAY).places(20).withoutRegistration(),
            tell("Mes démarches en ligne", RIGHTS)
                    .saying("CAF, impôts, retraite, titre de séjour : on fait la démarche avec vous, sur votre compte.")
                    .at("Bureau 3", "Rez-de-chaussée").bring("Vos papiers et vos mots de passe").costs("Gratuit")
                    .from(16).on("14:00", 180, TUESDAY).bySession().places(6),
            tell("Gym douce", WELLBEING)
                    .saying("Bouger sans se faire mal, en musique, assis ou debout.")
                    .at("Salle de danse", "Rez-de-chaussée").bring("Une tenue souple").costs("20 € par trimestre")
                    .from(55).on("10:30", 60, MONDAY).places(18),
            tell("Théâtre des enfants", SHOW)
                    .saying("On invente une histoire et on la joue devant les familles en juin.")
                    .at("Petite scène", "Trois marches, aide sur demande").costs("15 € par an")
                    .aged(7, 12).on("14:00", 120, WEDNESDAY).places(8));

    static final List<DemoActivity> OF_OTHERS = List.of(
            tell("Aide aux leçons", HOMEWORK)
                    .saying("Une table, du calme et quelqu’un pour expliquer.")
                    .at("Bibliothèque", "Rez-de-chaussée").bring("Le cartable").costs("Gratuit")
                    .aged(6, 11).on("16:45", 75, MONDAY, TUESDAY, THURSDAY).places(15),
            tell("Atelier d’accès aux droits", RIGHTS)
                    .saying("Comprendre un courrier, ouvrir un dossier, suivre une demande. Un écrivain public est là.")
                    .at("Accueil", "Entrée de plain-pied").bring("Le courrier à comprendre").costs("Gratuit")
                    .from(16).on("09:30", 150, WEDNESDAY).bySession().places(8),
            tell("Clic et déclic", DIGITAL)
                    .saying("L’ordinateur depuis le début : la souris, le courrier, les pièces jointes.")
                    .at("Salle informatique", "Premier étage").costs("Gratuit")
                    .from(18).on("14:00", 120, THURSDAY).places(10),
            tell("Club des aînés", MEETING)
                    .saying("Jeux de cartes, gâteaux et nouvelles du quartier.")
                    .at("Grande salle", "Rez-de-chaussée").costs("Gratuit")
                    .from(60).on("14:00", 180, FRIDAY).places(40).withoutRegistration(),
            tell("Couture et récup’", CRAFT)
                    .saying("Réparer un pantalon, coudre un sac, transformer un rideau.")
                    .at("Atelier", "Premier étage").bring("Un vêtement à réparer").costs("1 € par séance")
                    .from(14).on("13:30", 150, TUESDAY).bySession().places(8),
            tell("Danse et rythmes", MUSIC)
                    .saying("Toutes les danses, toutes les musiques, aucun niveau demandé.")
                    .at("Salle de danse", "Rez-de-chaussée").bring("De l’eau").costs("12 € par an")
                    .aged(8, 14).on("15:30", 75, WEDNESDAY).places(14),
            tell("Marche du samedi", WELLBEING)
                    .saying("Cinq kilomètres au bord du canal, et un thé au retour.")
                    .at("Rendez-vous devant le centre", "Chemin plat").bring("De bonnes chaussures").costs("Gratuit")
                    .from(16).on("09:30", 120, SATURDAY).places(25).withoutRegistration(),
            tell("Fête des voisins d’hiver", MEETING)
                    .saying("Une soupe géante, des lampions et de la musique. Chacun apporte un légume.")
                    .at("Cour du centre", "De plain-pied").bring("Un légume").costs("Gratuit")
                    .withAdult().once("17:00", 180, FRIDAY, 3).places(80));

    private static Telling tell(String title, Category category) {
        return new Telling(title, category);
    }

    /** Tells an activity step by step; the last word is {@code places} or {@code withoutRegistration}. */
    private static final class Telling {

        private final String title;
        private final Category category;
        private String summary = "";
        private String place = "";
        private String access = "";
        private String bring = "";
        private String price = "";
        private Audience audience = Audience.everybody();
        private Booking booking = Booking.WHOLE_SERIES;
        private List<DayOfWeek> days = List.of();
        private LocalTime starts = LocalTime.NOON;
        private int minutes;
        private int weeksAhead;

        Telling(String title, Category category) {
            this.title = title;
            this.category = category;
        }

        Telling saying(String words) {
            summary = words;
            return this;
        }

        Telling at(String where, String how) {
            place = where;
            access = how;
            return this;
        }

        Telling bring(String things) {
            bring = things;
            return this;
        }

        Telling costs(String words) {
            price = words;
            return this;
        }

        Telling from(int age) {
            audience = Audience.aged(age, null);
            return this;
        }

        Telling aged(int from, int to) {
            audience = Audience.aged(from, to);
            return this;
        }

        Telling withAdult() {
            audience = audience.accompanied();
            return this;
        }

        Telling on(String hour, int howLong, DayOfWeek... weekly) {
            starts = LocalTime.parse(hour);
            minutes = howLong;
            days = List.of(weekly);
            return this;
        }

        Telling once(String hour, int howLong, DayOfWeek day, int inWeeks) {
            weeksAhead = inWeeks;
            return on(hour, howLong, day);
        }

        Telling bySession() {
            booking = Booking.BY_SESSION;
            return this;
        }

        DemoActivity places(int count) {
            return new DemoActivity(new About(title, summary, summary, category, place, access, bring, price), audience, true, false, booking,
                    days, starts, minutes, count, weeksAhead);
        }
    }
}
