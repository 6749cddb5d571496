package fr.preau.accounts.web;

import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where everybody begins at the door, and leaves by it. Reading one of its pages, here and beside, changes nothing, sets no
 * cookie and makes no session.
 */
@Controller
@RequestMapping("/connexion")
@AllowedTo(Role.ANYONE)
class SignInController {

    private final Sessions sessions;

    SignInController(Sessions sessions) {
        this.sessions = sessions;
    }

    /** With words for who comes from a session that is over. */
    @GetMapping
    String start(@ModelAttribute(name = DoorFrame.WAY, binding = false) WayOn way, Model model, @RequestParam(required = false) @Nullable String fin,
                 @RequestParam(required = false) @Nullable String ferme, @RequestParam(name = "au-revoir", required = false) @Nullable String goodbye) {
        boolean speaks = fin != null || ferme != null || goodbye != null;
        if (!speaks && CurrentUser.find().isPresent()) {
            return "redirect:" + way.path();
        }
        model.addAttribute("greeting", fin != null ? "over" : ferme != null ? "shut" : goodbye != null ? "goodbye" : null);
        return DoorPages.START;
    }

    /** Who leaves to come in by another door goes on from there to where she wanted; who comes after her need not say again that others use it. */
    @PostMapping("/quitter")
    String leave(@ModelAttribute(name = DoorFrame.WAY, binding = false) WayOn way, HttpServletRequest request) {
        var session = request.getSession(false);
        boolean shared = way.sharedComputer() || session != null && Sessions.isOnASharedComputer(session);
        sessions.end(request);
        return "redirect:" + new WayOn(way.path(), shared).by("/connexion?au-revoir");
    }
}
