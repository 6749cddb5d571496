package fr.preau.base;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The centre whose data the current work may see. It fails closed: whoever asks without having said a centre gets an
 * exception, never the data of all.
 */
public final class CurrentCentre {

    private static final ScopedValue<UUID> CENTRE = ScopedValue.newInstance();
    private static final List<CentreSource> SOURCES = new CopyOnWriteArrayList<>();

    private CurrentCentre() {
    }

    /** Does some work for one centre. */
    public static <T, X extends Throwable> T in(UUID centre, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CENTRE, centre).call(work);
    }

    /** Does some work for one centre. */
    public static void runIn(UUID centre, Runnable work) {
        ScopedValue.where(CENTRE, centre).run(work);
    }

    /** Does some work on what belongs to the whole federation; no centre's private row can be seen or written in it. */
    public static <T, X extends Throwable> T acrossCentres(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CENTRE, Ids.NIL).call(work);
    }

    /** The current centre, {@link Ids#NIL} for the federation's own work, nothing when nobody has said one. */
    public static Optional<UUID> scope() {
        if (CENTRE.isBound()) {
            return Optional.of(CENTRE.get());
        }
        return SOURCES.stream().map(CentreSource::centre).flatMap(Optional::stream).findFirst();
    }

    /** The current centre, if the work is for one. */
    public static Optional<UUID> find() {
        return scope().filter(centre -> !centre.equals(Ids.NIL));
    }

    /**
     * The current centre.
     *
     * @throws NoCentreException when no centre was set: a bug, never something to catch
     */
    public static UUID require() {
        return find().orElseThrow(NoCentreException::new);
    }

    /** Adds a place to look for the centre when the code has not said one; called once for each source at start. */
    static void lookIn(CentreSource source) {
        SOURCES.add(source);
    }
}
