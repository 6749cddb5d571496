package fr.preau.testing;

import fr.preau.base.Ids;
import fr.preau.centres.Centre;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.centres.Contact;
import fr.preau.centres.HolidayZone;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens centres for tests, each with its own name. */
public final class TestCentres {

    private final CentreService centres;
    private final AtomicInteger count = new AtomicInteger();

    TestCentres(CentreService centres) {
        this.centres = centres;
    }

    /** A new centre, unlike any other in this run. */
    public CentreRecord open() {
        int number = count.incrementAndGet();
        return open("centre-" + number, "Centre " + number, letters(number));
    }

    /** Three letters, as centres have them: AAB, AAC… */
    private static String letters(int number) {
        return "" + (char) ('A' + number / 676 % 26) + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
    }

    /** A new centre with this slug, name and code of three letters. */
    public CentreRecord open(String slug, String name, String code) {
        var federation = centres.foundFederation("Fédération " + Ids.next());
        var contact = new Contact("1 rue de la Cour", "59200", "Tourcoing", "03 20 00 00 00",
                "accueil@" + slug.toLowerCase(Locale.ROOT) + ".example", "Du lundi au vendredi, de 9 h à 18 h");
        return centres.open(new Centre(federation, slug, name, name, code, contact, HolidayZone.B));
    }
}
