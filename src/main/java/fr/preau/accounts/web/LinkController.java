package fr.preau.accounts.web;

import fr.preau.accounts.signin.LinkService;
import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The residents' door: asking for a link by mail, and opening it. */
@Controller
@RequestMapping("/connexion")
@AllowedTo(Role.ANYONE)
class LinkController {

    private final LinkService links;
    private final Sessions sessions;
    private final DoorAnswers answers;

    LinkController(LinkService links, Sessions sessions, DoorAnswers answers) {
        this.links = links;
        this.sessions = sessions;
        this.answers = answers;
    }

    @PostMapping("/lien")
    String sendLink(@RequestParam String mail, @ModelAttribute(name = DoorFrame.WAY, binding = false) WayOn way, Model model,
                    HttpServletRequest request, HttpServletResponse response) {
        var refused = links.sendLink(mail, sessions.boundVisitor(request, response), way);
        return refused.map(why -> answers.refuse(why, DoorPages.START, model, response)).orElseGet(() -> "redirect:" + way.by("/connexion/lien-envoye"));
    }

    /** Who asks for another link from there still goes where the first one would have led. */
    @GetMapping("/lien-envoye")
    String linkSent() {
        return "accounts/link-sent";
    }

    /** What the link in the letter opens: one button. Scanners that follow links press none. */
    @GetMapping("/lien/{token}")
    String link(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        // The browser's cookie does not come along from a letter: whether it is the right browser shows at the button.
        var refused = links.look(token, sessions.visitor(request)).filter(why -> why != SignInRefusal.LINK_OF_ANOTHER_BROWSER);
        model.addAttribute("token", token);
        return refused.map(why -> answers.refuse(why, askAgain(token, model), model, response)).orElse("accounts/link");
    }

    @PostMapping("/lien/{token}")
    String useLink(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var outcome = links.signIn(token, sessions.visitor(request));
        return answers.to(outcome, outcome instanceof Outcome.Refused ? askAgain(token, model) : DoorPages.START, model, request, response);
    }

    private String askAgain(String token, Model model) {
        return answers.again(links.wayOn(token), DoorPages.START, model);
    }
}
