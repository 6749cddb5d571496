package fr.preau.accounts;

/** Whether a session of an account may go on. */
record AccountState(boolean disabled, int round) {
}
