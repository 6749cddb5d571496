package fr.preau.accounts.web;

import fr.preau.accounts.signin.DemoDoor;
import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.InTheDemonstration;
import fr.preau.base.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The one click of the demonstration. Without {@code preau.demo=true} this address does not exist. */
@Controller
@AllowedTo(Role.ANYONE)
@InTheDemonstration
class DemoController {

    private final DemoDoor door;
    private final Sessions sessions;

    DemoController(DemoDoor door, Sessions sessions) {
        this.door = door;
        this.sessions = sessions;
    }

    @PostMapping("/connexion/demo/{persona}")
    String enter(@PathVariable String persona, @RequestParam(required = false) @Nullable String vers,
                 HttpServletRequest request, HttpServletResponse response) {
        var outcome = door.signIn(persona, sessions.visitor(request), WayOn.of(vers, true))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (outcome instanceof Outcome.In in) {
            sessions.begin(request, response, in);
            return "redirect:" + in.way().path();
        }
        return "redirect:/connexion";
    }
}
