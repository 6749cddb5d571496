package fr.preau.accounts.web;

/** The templates of the door's pages that more than one answer shows. */
final class DoorPages {

    static final String START = "accounts/start";
    static final String CODE = "accounts/code";
    static final String STAFF = "accounts/staff";
    static final String ASK_PASSWORD = "accounts/ask-password";

    private DoorPages() {
    }
}
