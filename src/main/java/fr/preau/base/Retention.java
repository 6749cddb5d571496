package fr.preau.base;

import java.time.Period;

/** How long personal data are kept. The privacy page says the same to everybody. */
public final class Retention {

    /** After the last contact of a family with its centre. */
    public static final Period AFTER_LAST_CONTACT = Period.ofMonths(24);

    private Retention() {
    }
}
