package fr.preau.accounts.web;

import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the door answers to whoever has tried to come in: the way on, the next step, or why not, on a page where one may try again. */
@Component
class DoorAnswers {

    private final Sessions sessions;
    private final Texts texts;

    DoorAnswers(Sessions sessions, Texts texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    /** @param page where a refusal is said; staff that tried another door is led to its own */
    String to(Outcome outcome, String page, Model model, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Refused(var why) ->
                    refuse(why, why == SignInRefusal.STAFF_COMES_BY_PASSWORD ? DoorPages.STAFF : page, model, response);
            case Outcome.Next(var step) -> "redirect:/connexion/equipe/etape/" + step;
            case Outcome.In in -> {
                sessions.begin(request, response, in);
                if (in.recoveryCodes().isEmpty()) {
                    yield "redirect:" + in.way().path();
                }
                model.addAttribute("codes", in.recoveryCodes());
                model.addAttribute(DoorFrame.WAY, in.way());
                yield "accounts/recovery-codes";
            }
        };
    }

    /** The page where one may try again leads where this try would have, and is as careful on a shared computer. */
    String again(Optional<WayOn> way, String page, Model model) {
        way.ifPresent(asked -> model.addAttribute(DoorFrame.WAY, asked));
        return page;
    }

    String refuse(SignInRefusal why, String page, Model model, HttpServletResponse response) {
        response.setStatus(why.isForTooManyTries() ? 429 : 422);
        model.addAttribute("refusal", texts.say(why));
        return page;
    }
}
