package fr.preau.accounts.web;

import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.web.QrCode;
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

/** The staff's door: the password, then the second factor. */
@Controller
@RequestMapping("/connexion/equipe")
@AllowedTo(Role.ANYONE)
class StaffController {

    private static final String SECOND = "accounts/second-factor";

    private final PasswordService passwords;
    private final SecondFactorService factors;
    private final Sessions sessions;
    private final DoorAnswers answers;

    StaffController(PasswordService passwords, SecondFactorService factors, Sessions sessions, DoorAnswers answers) {
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.answers = answers;
    }

    @GetMapping
    String staff() {
        return DoorPages.STAFF;
    }

    @PostMapping
    String password(@RequestParam String mail, @RequestParam String motdepasse,
                    @ModelAttribute(name = DoorFrame.WAY, binding = false) WayOn way, Model model,
                    HttpServletRequest request, HttpServletResponse response) {
        var outcome = passwords.password(mail, motdepasse, sessions.boundVisitor(request, response), way);
        return answers.to(outcome, DoorPages.STAFF, model, request, response);
    }

    @GetMapping("/etape/{step}")
    String secondStep(@PathVariable UUID step, Model model, HttpServletRequest request, HttpServletResponse response) {
        return showSecondStep(step, null, model, request, response);
    }

    @PostMapping("/etape/{step}")
    String secondFactor(@PathVariable UUID step, @RequestParam String code, Model model,
                        HttpServletRequest request, HttpServletResponse response) {
        var outcome = factors.secondFactor(step, code, sessions.visitor(request));
        return outcome instanceof Outcome.Refused(var why) ? showSecondStep(step, why, model, request, response)
                : answers.to(outcome, DoorPages.STAFF, model, request, response);
    }

    private String showSecondStep(UUID step, @Nullable SignInRefusal why, Model model, HttpServletRequest request, HttpServletResponse response) {
        var visitor = sessions.visitor(request);
        var now = factors.secondStep(step, visitor);
        if (now.isEmpty()) {
            String again = answers.again(factors.wayOn(step, visitor), DoorPages.STAFF, model);
            return answers.refuse(SignInRefusal.STEP_OVER, again, model, response);
        }
        model.addAttribute("step", step);
        model.addAttribute("typed", spaced(now.get().typed()));
        model.addAttribute("qr", now.get().address() == null ? null : QrCode.asPng(now.get().address()));
        return why == null ? SECOND : answers.refuse(why, SECOND, model, response);
    }

    private static @Nullable String spaced(@Nullable String key) {
        return key == null ? null : key.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
