package fr.preau.registrations.ui.desk;

import fr.preau.base.Tint;
import fr.preau.base.ui.Story;
import fr.preau.registrations.Actor;
import fr.preau.registrations.HistoryLine;
import java.util.List;

/** All that has happened to a request: whose, what, when, by whom, in which way and why. */
class RequestStory extends Story {

    private static final long serialVersionUID = 1L;

    RequestStory(List<HistoryLine> steps, DeskWords words) {
        steps.forEach(step -> add(tint(step), what(step, words), how(step, words)));
    }

    private static Tint tint(HistoryLine step) {
        if (step.to().takesPlace()) {
            return Tint.LIME;
        }
        return step.actor() == Actor.JOB ? Tint.PLAIN : Tint.ROOF;
    }

    private static String what(HistoryLine step, DeskWords words) {
        var state = step.isYesTakenBack() ? words.say("request.asked-again")
                : step.isSeparation() ? words.say("request.separated")
                : step.isLeftUnanswered() ? words.say("request.left-unanswered")
                : step.removed() ? words.say("request.person-removed") : words.stateWord(step.to());
        var until = step.heldUntil() == null ? "" : " " + words.say("until", words.full(step.heldUntil()));
        return words.say("request.history-line", step.personName(), state + until);
    }

    private static String how(HistoryLine step, DeskWords words) {
        var who = step.who() != null ? step.who() : words.say("actor." + DeskNavigation.word(step.actor()));
        var channel = step.channel() == null ? "" : ", " + words.channel(step.channel());
        var reason = step.reason() == null ? "" : ", " + words.say("request.history-reason", step.reason());
        return words.full(step.happenedAt()) + ", " + who + channel + reason;
    }
}
