package fr.preau.people;

/** Whether somebody decides alone or somebody else answers for them. */
public enum PersonKind {
    ADULT, CHILD
}
