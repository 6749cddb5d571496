package fr.preau.demo;

import static fr.preau.activities.Category.ARTS;
import static fr.preau.activities.Category.COOKING;
import static fr.preau.activities.Category.CRAFT;
import static fr.preau.activities.Category.DIGITAL;
import static fr.preau.activities.Category.FAMILY;
import static fr.preau.activities.Category.GARDEN;
import static fr.preau.activities.Category.HOMEWORK;
import static fr.preau.activities.Category.LANGUAGE;
import static fr.preau.activities.Category.MEETING;
import static fr.preau.activities.Category.MUSIC;
import static fr.preau.activities.Category.OUTING;
import static fr.preau.activities.Category.RIGHTS;
import static fr.preau.activities.Category.SHOW;
import static fr.preau.activities.Category.SPORT;
import static fr.preau.activities.Category.WELLBEING;
import static fr.preau.demo.DemoActivity.tell;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.util.List;
import java.util.Map;

/**
 * What each centre of the demonstration offers. The first has a programme that is told in full; the others take from what many
 * centres do, on their own days and in their own rooms.
 */
final class DemoProgramme {

    private static final List<DemoActivity> OF_BELENCONTRE = List.of(
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

    private static final DemoActivity LESSONS = tell("Aide aux leçons", HOMEWORK)
            .saying("Une table, du calme et quelqu’un pour expliquer.")
            .at("Bibliothèque", "Rez-de-chaussée").bring("Le cartable").costs("Gratuit")
            .aged(6, 11).on("16:45", 75, MONDAY, TUESDAY, THURSDAY).places(15);

    private static final DemoActivity RIGHTS_DESK = tell("Atelier d’accès aux droits", RIGHTS)
            .saying("Comprendre un courrier, ouvrir un dossier, suivre une demande. Un écrivain public est là.")
            .at("Accueil", "Entrée de plain-pied").bring("Le courrier à comprendre").costs("Gratuit")
            .from(16).on("09:30", 150, WEDNESDAY).bySession().places(8);

    private static final DemoActivity COMPUTERS = tell("Clic et déclic", DIGITAL)
            .saying("L’ordinateur depuis le début : la souris, le courrier, les pièces jointes.")
            .at("Salle informatique", "Premier étage").costs("Gratuit")
            .from(18).on("14:00", 120, THURSDAY).places(10);

    private static final DemoActivity SENIORS = tell("Club des aînés", MEETING)
            .saying("Jeux de cartes, gâteaux et nouvelles du quartier.")
            .at("Grande salle", "Rez-de-chaussée").costs("Gratuit")
            .from(60).on("14:00", 180, FRIDAY).places(40).withoutRegistration();

    private static final DemoActivity SEWING = tell("Couture et récup’", CRAFT)
            .saying("Réparer un pantalon, coudre un sac, transformer un rideau.")
            .at("Atelier", "Premier étage").bring("Un vêtement à réparer").costs("1 € par séance")
            .from(14).on("13:30", 150, TUESDAY).bySession().places(8);

    private static final DemoActivity DANCE = tell("Danse et rythmes", MUSIC)
            .saying("Toutes les danses, toutes les musiques, aucun niveau demandé.")
            .at("Salle de danse", "Rez-de-chaussée").bring("De l’eau").costs("12 € par an")
            .aged(8, 14).on("15:30", 75, WEDNESDAY).places(14);

    private static final DemoActivity WALK = tell("Marche du samedi", WELLBEING)
            .saying("Cinq kilomètres au bord du canal, et un thé au retour.")
            .at("Rendez-vous devant le centre", "Chemin plat").bring("De bonnes chaussures").costs("Gratuit")
            .from(16).on("09:30", 120, SATURDAY).places(25).withoutRegistration();

    private static final DemoActivity WINTER_FEAST = tell("Fête des voisins d’hiver", MEETING)
            .saying("Une soupe géante, des lampions et de la musique. Chacun apporte un légume.")
            .at("Cour du centre", "De plain-pied").bring("Un légume").costs("Gratuit")
            .withAdult().once("17:00", 180, FRIDAY, 3).places(80);

    private static final DemoActivity WEDNESDAYS = tell("Mercredis de loisirs", FAMILY)
            .saying("Le matin on fabrique, l’après-midi on sort ou on joue dehors. Repas et goûter compris.")
            .at("Salle d’activités", "Rez-de-chaussée").bring("Une tenue pour courir et une gourde").costs("6 € par jour")
            .aged(6, 11).on("09:00", 480, WEDNESDAY).bySession().places(24);

    private static final DemoActivity TODDLERS = tell("Comptines et premiers jeux", FAMILY)
            .saying("Chanter, toucher, empiler : une heure pour les tout-petits et leur parent.")
            .at("Salle des petits", "Rez-de-chaussée, poussettes dans l’entrée").bring("Des chaussons").costs("Gratuit")
            .aged(1, 3).withAdult().on("09:30", 60, FRIDAY).places(12);

    private static final DemoActivity FRENCH = tell("Parler français ensemble", LANGUAGE)
            .saying("Se présenter, prendre un rendez-vous, lire un mot de l’école. Un groupe pour débuter, un groupe pour aller plus loin.")
            .at("Salle de cours", "Premier étage, ascenseur").bring("Un cahier").costs("Gratuit")
            .from(16).on("09:15", 120, MONDAY, THURSDAY).places(16);

    private static final DemoActivity SEASONAL = tell("Cuisine de saison", COOKING)
            .saying("Un panier de légumes, une recette à petit prix, et on déjeune ensemble.")
            .at("Cuisine", "Rez-de-chaussée").bring("Un tablier").costs("3 € par séance")
            .from(16).on("10:00", 180, THURSDAY).bySession().places(10);

    private static final DemoActivity REPAIR = tell("Café réparation", CRAFT)
            .saying("Un grille-pain, une lampe, un vélo : on répare ensemble plutôt que de jeter.")
            .at("Atelier", "Accès par le parking").bring("L’objet en panne").costs("Prix libre")
            .on("14:00", 180, SATURDAY).places(20).withoutRegistration();

    private static final DemoActivity CHOIR = tell("Chorale du quartier", MUSIC)
            .saying("Chansons d’ici et d’ailleurs. On apprend à l’oreille, personne ne lit la musique.")
            .at("Grande salle", "Rez-de-chaussée").costs("10 € par an")
            .from(14).on("18:30", 90, TUESDAY).places(30);

    private static final DemoActivity TEENS = tell("Espace jeunes", MEETING)
            .saying("Un endroit à vous : jeux, musique, et des sorties que vous montez avec Thomas.")
            .at("Local jeunes", "Entrée à côté du centre").costs("Adhésion de 5 € par an")
            .aged(11, 17).on("16:30", 150, WEDNESDAY, FRIDAY).places(30).withoutRegistration();

    private static final DemoActivity BOXING = tell("Boxe éducative", SPORT)
            .saying("Toucher sans faire mal, esquiver, se maîtriser. Filles et garçons, les gants sont prêtés.")
            .at("Salle de sport", "Vestiaires au rez-de-chaussée").bring("Une tenue de sport et une gourde").costs("15 € par an")
            .aged(10, 15).on("17:15", 90, MONDAY).places(16);

    private static final DemoActivity VEGETABLES = tell("Potager des habitants", GARDEN)
            .saying("Dix carrés à cultiver ensemble, un compost, et les récoltes se partagent.")
            .at("Jardin derrière le centre", "Un bac est à hauteur de fauteuil").bring("Des bottes").costs("Gratuit")
            .on("10:00", 120, SATURDAY).places(25).withoutRegistration();

    private static final DemoActivity COUNCIL = tell("Conseil des habitants", MEETING)
            .saying("Ce qui marche, ce qui manque, ce qu’on lance : on en parle et on décide ensemble.")
            .at("Grande salle", "Rez-de-chaussée, garde d’enfants sur place").costs("Gratuit")
            .from(16).once("18:30", 120, THURSDAY, 2).places(40).withoutRegistration();

    private static final DemoActivity SLAM = tell("Slam et écriture", ARTS)
            .saying("Écrire court, dire fort. On monte sur scène en fin de saison, si on veut.")
            .at("Studio", "Sous-sol, ascenseur").bring("De quoi écrire").costs("10 € par an")
            .aged(12, 25).on("17:30", 90, WEDNESDAY).places(12);

    private static final DemoActivity FIRST_GAME = tell("Mon premier jeu vidéo", DIGITAL)
            .saying("On dessine un personnage, on le fait bouger avec des blocs, et les autres essaient.")
            .at("Salle informatique", "Premier étage").costs("12 € par an")
            .aged(8, 12).on("14:00", 105, WEDNESDAY).places(10);

    /** Over, and the minibus was small: who came has completed, who waited did so in vain. */
    private static final DemoActivity ZOO = tell("Sortie au zoo de Lille", OUTING)
            .saying("Une matinée avec les animaux et un pique-nique à la Citadelle, en minibus.")
            .at("Départ devant le centre", "Le minibus n’a pas de rampe").bring("Un pique-nique").costs("3 € par personne")
            .withAdult().once("09:00", 300, SATURDAY, -2).places(5);

    private static final Map<DemoCentre, List<DemoActivity>> ALL = Map.of(
            DemoCentre.BELENCONTRE, OF_BELENCONTRE,
            DemoCentre.PHALEMPINS, List.of(LESSONS, RIGHTS_DESK, COMPUTERS, ZOO, TODDLERS, SENIORS, WEDNESDAYS, REPAIR),
            DemoCentre.ECHO, List.of(
                    FRENCH,
                    CHOIR,
                    LESSONS.on("16:30", MONDAY, THURSDAY).at("Salle bleue", "Premier étage, ascenseur"),
                    SEASONAL,
                    DANCE.on("14:30", SATURDAY).at("Salle de l’Écho", "De plain-pied"),
                    VEGETABLES,
                    COUNCIL,
                    WINTER_FEAST),
            DemoCentre.VIROLOIS, List.of(
                    BOXING,
                    SLAM,
                    FIRST_GAME,
                    CHOIR.on("19:00", THURSDAY).at("Salle de concert", "Deux marches, aide sur demande"),
                    DANCE.on("17:00", TUESDAY),
                    COMPUTERS.on("10:00", MONDAY).at("Cyberespace", "Rez-de-chaussée"),
                    SEASONAL.on("18:30", FRIDAY),
                    TEENS),
            DemoCentre.GARREAU, List.of(
                    RIGHTS_DESK.on("14:00", MONDAY).at("Bureau des droits", "Rez-de-chaussée"),
                    FRENCH.on("09:00", TUESDAY, FRIDAY),
                    SEWING,
                    ZOO,
                    LESSONS.on("17:00", TUESDAY, THURSDAY).at("Salle d’étude", "Rez-de-chaussée"),
                    SEASONAL.on("10:30", FRIDAY),
                    TEENS.on("17:00", TUESDAY, FRIDAY),
                    WALK.on("10:00", SATURDAY)),
            DemoCentre.BETHUNE, List.of(
                    WEDNESDAYS.at("Maison des enfants", "Derrière le centre, de plain-pied"),
                    TODDLERS.on("10:00", TUESDAY),
                    SEWING.on("14:00", FRIDAY).at("Salle polyvalente", "Rez-de-chaussée"),
                    BOXING.on("18:00", FRIDAY),
                    COMPUTERS.on("09:30", TUESDAY),
                    SENIORS.on("14:30", TUESDAY),
                    VEGETABLES.on("14:00", WEDNESDAY),
                    COUNCIL,
                    WINTER_FEAST),
            DemoCentre.CHEMIN_ROUGE, List.of(
                    LESSONS.on("16:45", MONDAY, FRIDAY).at("Médiathèque du centre", "Rez-de-chaussée"),
                    FIRST_GAME.on("10:00", SATURDAY),
                    RIGHTS_DESK.on("09:00", FRIDAY),
                    SEASONAL.on("11:00", TUESDAY).at("Cuisine partagée", "Rez-de-chaussée"),
                    CHOIR.on("18:00", MONDAY).at("Salle des fêtes", "De plain-pied"),
                    SENIORS.on("14:00", MONDAY),
                    REPAIR,
                    WINTER_FEAST));

    private DemoProgramme() {
    }

    static List<DemoActivity> of(DemoCentre centre) {
        return ALL.getOrDefault(centre, List.of());
    }
}
