package fr.preau.accounts.web;

import fr.preau.accounts.signin.LinkService;
import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.PasswordService;
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

/** The staff's first password, or one for who has forgotten hers: asking for a link by mail, and choosing with it. */
@Controller
@RequestMapping("/connexion/mot-de-passe")
@AllowedTo(Role.ANYONE)
class NewPasswordController {

    private static final String NEW_PASSWORD = "accounts/new-password";

    private final LinkService links;
    private final PasswordService passwords;
    private final Sessions sessions;
    private final DoorAnswers answers;

    NewPasswordController(LinkService links, PasswordService passwords, Sessions sessions, DoorAnswers answers) {
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.answers = answers;
    }

    @GetMapping
    String askPassword() {
        return DoorPages.ASK_PASSWORD;
    }

    @PostMapping
    String sendPasswordLink(@RequestParam String mail, @ModelAttribute(name = DoorFrame.WAY, binding = false) WayOn way, Model model,
                            HttpServletRequest request, HttpServletResponse response) {
        var refused = links.sendPasswordLink(mail, sessions.boundVisitor(request, response), way);
        return refused.map(why -> answers.refuse(why, DoorPages.ASK_PASSWORD, model, response))
                .orElseGet(() -> "redirect:" + way.by("/connexion/lien-envoye"));
    }

    @GetMapping("/{token}")
    String newPassword(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var refused = links.look(token, sessions.visitor(request)).filter(why -> why != SignInRefusal.LINK_OF_ANOTHER_BROWSER);
        model.addAttribute("token", token);
        return refused.map(why -> answers.refuse(why, askAgain(token, model), model, response)).orElse(NEW_PASSWORD);
    }

    @PostMapping("/{token}")
    String choosePassword(@PathVariable String token, @RequestParam String motdepasse, @RequestParam String encore, Model model,
                          HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("token", token);
        var outcome = passwords.choosePassword(token, motdepasse, encore, sessions.visitor(request));
        boolean again = outcome instanceof Outcome.Refused(var why) && why.name().startsWith("PASSWORD");
        return answers.to(outcome, again ? NEW_PASSWORD : askAgain(token, model), model, request, response);
    }

    private String askAgain(String token, Model model) {
        return answers.again(links.wayOn(token), DoorPages.ASK_PASSWORD, model);
    }
}
