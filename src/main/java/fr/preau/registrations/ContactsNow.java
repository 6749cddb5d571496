package fr.preau.registrations;

/** How a family is reached now, for what reads its ways of contact by SQL. */
public final class ContactsNow {

    /** Of a {@code contact_point c}: what somebody took along who left the family is no way any more. */
    public static final String OF_NOBODY_WHO_LEFT = """
            NOT EXISTS (SELECT 1 FROM person x WHERE x.centre_id = c.centre_id AND x.id = c.person_id AND x.removed_at IS NOT NULL)""";

    private ContactsNow() {
    }
}
