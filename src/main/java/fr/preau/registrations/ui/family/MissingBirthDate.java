package fr.preau.registrations.ui.family;

import fr.preau.base.Picto;
import fr.preau.base.ui.Link;
import fr.preau.people.PersonRecord;
import fr.preau.people.ui.FamilyNavigation;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.RegistrationRefusal;

/** The way to the one thing that is missing, and back to where one was: what was answered so far is kept. */
final class MissingBirthDate {

    private MissingBirthDate() {
    }

    static boolean isWhy(PersonRefusal refusal) {
        return refusal.why().why() == RegistrationRefusal.Why.AGE_UNKNOWN;
    }

    /** "Karim : donner la date de naissance". */
    static Link link(Task task, PersonRecord person, String text) {
        return Link.alt(FamilyNavigation.person(task.centre(), person.id(),
                RegisterNavigation.step(task.centre(), task.activity().slug(), RegisterNavigation.WHO, task.group().id())), text).with(Picto.PENCIL)
                .dressed("small");
    }
}
