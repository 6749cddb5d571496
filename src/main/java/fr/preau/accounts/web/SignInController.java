package fr.preau.accounts.web;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String start(Model model, @RequestParam(required = false) @Nullable String fin, @RequestParam(required = false) @Nullable String ferme,
                 @RequestParam(name = "au-revoir", required = false) @Nullable String goodbye) {
        boolean speaks = fin != null || ferme != null || goodbye != null;
        if (!speaks && CurrentUser.find().isPresent()) {
            return "redirect:" + model.getAttribute("vers");
        }
        model.addAttribute("greeting", fin != null ? "over" : ferme != null ? "shut" : goodbye != null ? "goodbye" : null);
        return DoorPages.START;
    }

    @PostMapping("/quitter")
    String leave(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/connexion?au-revoir";
    }
}
