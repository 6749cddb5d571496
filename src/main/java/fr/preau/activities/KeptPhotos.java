package fr.preau.activities;

/** Which photos the current centre still has. */
public interface KeptPhotos {

    /** Whether this one is there, by the hash of its content. */
    boolean existsByHash(String hash);
}
