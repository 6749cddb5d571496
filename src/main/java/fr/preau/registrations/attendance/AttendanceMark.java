package fr.preau.registrations.attendance;

/** Whether somebody came; without a mark it is still to be noted (<i>à renseigner</i>). */
public enum AttendanceMark {
    PRESENT,
    /** <i>Excusée</i>: said it before. */
    ABSENT_EXCUSED,
    ABSENT
}
