package fr.preau.registrations.ui.desk;

import fr.preau.people.PersonRecord;
import fr.preau.registrations.attendance.AttendanceSheet;
import fr.preau.registrations.RegistrationState;
import java.time.LocalDate;
import java.time.Period;

/** How the sheet of one session says whom it is about. */
record SheetWords(AttendanceSheet sheet, DeskWords words) {

    private static final int OF_AGE = 18;

    String title() {
        return words.title(sheet.title(), sheet.groupName());
    }

    /** What helps to know somebody, and that she has not said yes to the place yet. */
    String more(AttendanceSheet.Line line) {
        return line.offered() ? age(line) + " · " + words.stateWord(RegistrationState.OFFERED) : age(line);
    }

    private String age(AttendanceSheet.Line line) {
        if (line.walkIn()) {
            return words.say("attendance.walk-in");
        }
        if (line.birthDate() == null) {
            return words.say("attendance.adult");
        }
        return age(line.birthDate());
    }

    /** On the day of the session. */
    private String age(LocalDate born) {
        int age = Period.between(born, sheet.startsAt().atZone(words.zone()).toLocalDate()).getYears();
        return age >= OF_AGE ? words.say("attendance.adult") : words.say("attendance.age", age);
    }

    /** What tells somebody from her namesake: "9 ans", or the year of birth, as far as it is known. */
    String whatTells(PersonRecord person) {
        if (person.birthDate() == null) {
            return words.say("attendance.adult");
        }
        return person.isChild() ? age(person.birthDate()) : words.say("attendance.born", Integer.toString(person.birthDate().getYear()));
    }
}
