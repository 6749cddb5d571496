package fr.preau.demo;

import fr.preau.centres.Centre;
import fr.preau.centres.Contact;
import fr.preau.centres.HolidayZone;
import java.util.List;
import java.util.UUID;

/** The centres of the programme "Centres sociaux connectés"; streets, phones and addresses are invented. */
record DemoCentre(String slug, String name, String shortName, String code, String postcode, String city) {

    static final String FEDERATION = "Fédération des centres sociaux du Nord–Pas-de-Calais";

    /** That of Lille. */
    static final HolidayZone ZONE = HolidayZone.B;

    static final DemoCentre BELENCONTRE = new DemoCentre("belencontre", "Centre socioculturel Belencontre", "Centre Belencontre", "BEL", "59200", "Tourcoing");
    static final DemoCentre PHALEMPINS = new DemoCentre("phalempins", "Centre social des Phalempins", "Centre des Phalempins", "PHA", "59200", "Tourcoing");
    static final DemoCentre ECHO = new DemoCentre("l-echo", "Centre social L’Écho", "L’Écho", "ECH", "59000", "Métropole lilloise");
    static final DemoCentre VIROLOIS = new DemoCentre("mjc-virolois", "MJC centre social du Virolois", "MJC Virolois", "VIR", "59200", "Tourcoing");
    static final DemoCentre GARREAU = new DemoCentre("lazare-garreau", "Centre social Lazare Garreau", "Lazare Garreau", "LAZ", "59000", "Lille");
    static final DemoCentre BETHUNE = new DemoCentre("faubourg-de-bethune", "Centre social du Faubourg de Béthune", "Faubourg de Béthune", "FAU", "59000", "Lille");
    static final DemoCentre CHEMIN_ROUGE = new DemoCentre("chemin-rouge", "Centre social du Chemin Rouge", "Chemin Rouge", "CHE", "59155", "Faches-Thumesnil");

    static final List<DemoCentre> ALL = List.of(BELENCONTRE, PHALEMPINS, ECHO, VIROLOIS, GARREAU, BETHUNE, CHEMIN_ROUGE);

    Centre open(UUID federation) {
        return new Centre(federation, slug, name, shortName, code, new Contact("1 place de la Cour", postcode, city,
                "03 20 00 00 0" + (ALL.indexOf(this) + 1), "accueil@" + slug + ".example",
                "Du lundi au vendredi, de 9 h à 12 h et de 13 h 30 à 18 h"), ZONE);
    }
}
