package fr.preau.registrations;

/** The way by which a request or an answer came in: site, text message, desk (<i>guichet</i>), phone, paper. */
public enum Channel {
    WEB, SMS, DESK, PHONE, PAPER
}
