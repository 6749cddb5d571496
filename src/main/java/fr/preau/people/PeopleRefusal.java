package fr.preau.people;

import fr.preau.base.Refusal;
import java.io.Serializable;

/**
 * Why something was not written in a household's file.
 *
 * @param field the component of the command that it is about, so that the words stand beside it; empty for the whole
 */
public record PeopleRefusal(String field, String key) implements Refusal, Serializable {

    /** Nothing of that id in this centre, or not for you. */
    public static final PeopleRefusal NOT_FOUND = of("people.refusal.not-found");
    /** Somebody else wrote in between. */
    public static final PeopleRefusal CHANGED_MEANWHILE = of("people.refusal.changed-meanwhile");
    public static final PeopleRefusal LAST_ADULT = of("people.refusal.last-adult");
    public static final PeopleRefusal YOURSELF = of("people.refusal.yourself");
    /** Taken out she would stand before a closed door: that is not for the other adult of the family to decide. */
    public static final PeopleRefusal COMES_IN_BY_HERSELF = of("people.refusal.comes-in-by-herself");
    public static final PeopleRefusal TOO_MANY_PERSONS = of("people.refusal.too-many-persons");
    public static final PeopleRefusal TOO_MANY_CONTACTS = of("people.refusal.too-many-contacts");
    public static final PeopleRefusal NOT_A_CHILD = of("people.refusal.not-a-child");
    public static final PeopleRefusal GUARDIAN_MUST_BE_ADULT = of("people.refusal.guardian-must-be-adult");
    public static final PeopleRefusal LAST_GUARDIAN = of("people.refusal.last-guardian");
    /** Who answers for a child from elsewhere is changed at the desk. */
    public static final PeopleRefusal GUARDIAN_AT_THE_DESK = of("people.refusal.guardian-at-the-desk");
    /** Somebody leaves who alone answers for a child. */
    public static final PeopleRefusal ONLY_GUARDIAN = of("people.refusal.only-guardian");
    public static final PeopleRefusal CODE_UNKNOWN = of("people.refusal.code-unknown");
    /** The account acts for a family, and nobody has said as which of its persons. */
    public static final PeopleRefusal YOU_ARE_UNKNOWN = of("people.refusal.you-are-unknown");
    public static final PeopleRefusal CODE_FOR_ADULTS = of("people.refusal.code-for-adults");
    public static final PeopleRefusal CODE_FOR_STAFF = of("people.refusal.code-for-staff");
    public static final PeopleRefusal STILL_REGISTERED = of("people.refusal.still-registered");
    public static final PeopleRefusal ALREADY_LINKED = of("people.refusal.already-linked");
    /** The account's person was taken out of a family of this centre. */
    public static final PeopleRefusal LEFT_A_FAMILY = of("people.refusal.left-a-family");

    private static PeopleRefusal of(String key) {
        return new PeopleRefusal("", key);
    }
}
