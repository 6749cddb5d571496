package fr.preau.registrations;

/** What a household wants for several persons. */
public enum PartyRule {
    /** <i>Tous ensemble ou aucun</i>: one rank, places for all at once or for nobody. */
    TOGETHER,
    /** <i>Ceux qui peuvent</i>: each person for themselves. */
    WHO_CAN
}
