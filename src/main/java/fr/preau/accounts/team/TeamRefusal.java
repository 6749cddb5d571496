package fr.preau.accounts.team;

import fr.preau.base.Refusal;
import fr.preau.base.Texts;
import java.util.Optional;

/** Why a change of the team is not made; each sentence names the next step. */
public enum TeamRefusal implements Refusal {
    NOT_AN_ADDRESS, NAME_MISSING, NAME_TOO_LONG, ROLE_MISSING, ALREADY_IN_THE_TEAM, ACCOUNT_SHUT, NOT_IN_THE_TEAM, NOT_YOURSELF, USED_ELSEWHERE,
    DIRECTS_ALREADY, NOBODY_OF_THE_STAFF, LAST_OFFICER;

    /** Does it where nothing speaks against it. */
    static Optional<TeamRefusal> unless(Optional<TeamRefusal> refused, Runnable act) {
        if (refused.isEmpty()) {
            act.run();
        }
        return refused;
    }

    /** Whether it is said beside the name, and not beside the address. */
    public boolean isAboutTheName() {
        return this == NAME_MISSING || this == NAME_TOO_LONG;
    }

    @Override
    public String key() {
        return "accounts.team.refusal." + Texts.word(this);
    }
}
