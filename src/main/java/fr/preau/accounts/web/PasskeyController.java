package fr.preau.accounts.web;

import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What {@code assets/passkey.js} asks at the door: a question for a passkey, and whether its answer opens. */
@Controller
@RequestMapping("/connexion/cle")
@AllowedTo(Role.ANYONE)
class PasskeyController {

    private final PasskeyService passkeys;
    private final Sessions sessions;
    private final Texts texts;

    PasskeyController(PasskeyService passkeys, Sessions sessions, Texts texts) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.texts = texts;
    }

    @PostMapping
    ResponseEntity<Map<String, String>> ask(@RequestParam(required = false) @Nullable String vers,
                                            @RequestParam(required = false) @Nullable String partage,
                                            HttpServletRequest request, HttpServletResponse response) {
        return passkeys.ask(sessions.boundVisitor(request, response), WayOn.asked(vers, partage))
                .map(question -> ResponseEntity.ok(Map.of("step", question.step().toString(), "options", question.options())))
                .orElseGet(() -> refuse(SignInRefusal.TOO_OFTEN));
    }

    @PostMapping("/{step}")
    ResponseEntity<Map<String, String>> enter(@PathVariable UUID step, @RequestParam String reponse,
                                              HttpServletRequest request, HttpServletResponse response) {
        return switch (passkeys.signIn(step, reponse, sessions.visitor(request))) {
            case Outcome.In in -> {
                sessions.begin(request, response, in);
                yield ResponseEntity.ok(Map.of("to", request.getContextPath() + in.way().path()));
            }
            case Outcome.Refused(var why) -> refuse(why);
            case Outcome.Next next -> throw new IllegalStateException("A passkey is both factors");
        };
    }

    private ResponseEntity<Map<String, String>> refuse(SignInRefusal why) {
        return ResponseEntity.status(why.isForTooManyTries() ? 429 : 422).body(Map.of("refusal", texts.say(why)));
    }
}
