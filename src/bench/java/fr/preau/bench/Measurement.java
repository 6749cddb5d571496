package fr.preau.bench;

import java.util.List;

/** A bench: it does its work on a ground of its own and says what it saw. */
@FunctionalInterface
interface Measurement {

    List<Figure> measure(Ground ground) throws Exception;
}
