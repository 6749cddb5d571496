package fr.preau.messaging;

import fr.preau.base.Texts;
import java.util.List;

/** Which letters one looks at, by where they are. */
public enum PostedLetterFilter {
    ALL(LetterState.values()),
    WAITING(LetterState.WAITING, LetterState.SENDING),
    SENT(LetterState.SENT),
    FAILED(LetterState.FAILED),
    WITHDRAWN(LetterState.WITHDRAWN);

    private final List<LetterState> states;

    PostedLetterFilter(LetterState... states) {
        this.states = List.of(states);
    }

    List<LetterState> states() {
        return states;
    }

    /** How it is written in keys of the bundles. */
    public String key() {
        return Texts.word(this);
    }
}
