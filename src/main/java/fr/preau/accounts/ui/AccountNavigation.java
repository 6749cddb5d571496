package fr.preau.accounts.ui;

import fr.preau.base.AppPaths;
import java.util.UUID;

/** The addresses of the shell's own screens. */
public final class AccountNavigation {

    static final String ACCOUNT = "compte";
    static final String MORE = "plus";
    static final String WELCOME = "bienvenue";
    static final String TEAM = "equipe";
    static final String INVITE = "equipe/inviter";
    static final String FEDERATION_TEAM = "federation/equipe";
    static final String FEDERATION_INVITE = "federation/equipe/inviter";
    static final String FEDERATION_MEMBER = "federation/equipe/personne";
    static final String MEMBER = "equipe/personne";
    /** Asks for the choice of a centre even when there is a last one. */
    static final String CHOICE = "choix";

    private AccountNavigation() {
    }

    /** "Mon compte". */
    public static String account(String centre) {
        return AppPaths.in(centre, ACCOUNT);
    }

    /** The choice of a centre. */
    public static String otherCentre() {
        return AppPaths.HOME + "?" + CHOICE;
    }

    /** Somebody whom the federation helps to come in again. */
    public static String federationMember(UUID account) {
        return AppPaths.of(FEDERATION_MEMBER) + "/" + account;
    }

    /** The first step to a second officer. */
    public static String federationInvite() {
        return AppPaths.of(FEDERATION_INVITE);
    }

    static String federationTeam() {
        return AppPaths.of(FEDERATION_TEAM);
    }
}
