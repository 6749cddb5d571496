package fr.preau.people;

/** A way to reach somebody. */
public enum ContactKind {
    MAIL, PHONE
}
