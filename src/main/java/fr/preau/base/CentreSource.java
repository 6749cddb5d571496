package fr.preau.base;

import java.util.Optional;
import java.util.UUID;

/** Knows the centre that the work on this thread is for, when no code has said it itself: a screen knows its centre. */
public interface CentreSource {

    Optional<UUID> centre();
}
