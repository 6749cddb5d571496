package fr.preau.people;

import java.util.UUID;

/** Knows what somebody lost who was taken out of her household. People may not know what families come for: a later module answers. */
public interface GivenBack {

    /** Whether something of this person ended because she was taken out the last time; it does not return with her. */
    boolean byLeaving(UUID person);
}
