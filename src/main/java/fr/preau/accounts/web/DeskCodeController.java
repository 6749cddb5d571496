package fr.preau.accounts.web;

import fr.preau.accounts.signin.DeskCodeService;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door for a code from reception, typed with one's name, or with the printed slip alone. */
@Controller
@RequestMapping({"/connexion/code", "/connexion/code/{slip}"})
@AllowedTo(Role.ANYONE)
class DeskCodeController {

    private final DeskCodeService codes;
    private final Sessions sessions;
    private final DoorAnswers answers;

    DeskCodeController(DeskCodeService codes, Sessions sessions, DoorAnswers answers) {
        this.codes = codes;
        this.sessions = sessions;
        this.answers = answers;
    }

    @GetMapping
    String code(@PathVariable(required = false) @Nullable UUID slip, Model model) {
        model.addAttribute("slip", slip);
        return DoorPages.CODE;
    }

    @PostMapping
    String useCode(@PathVariable(required = false) @Nullable UUID slip, @RequestParam(defaultValue = "") String nom, @RequestParam String code,
                   @ModelAttribute(name = DoorFrame.WAY, binding = false) WayOn way, Model model, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("slip", slip);
        model.addAttribute("nom", nom.length() > 200 ? "" : nom);
        var visitor = sessions.visitor(request);
        var outcome = slip == null ? codes.signIn(nom, code, visitor, way) : codes.signIn(slip, code, visitor, way);
        return answers.to(outcome, DoorPages.CODE, model, request, response);
    }
}
