package fr.preau.accounts.web;

import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.signin.DeskCodeService;
import fr.preau.accounts.signin.LinkService;
import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.accounts.signin.WayOn;
import fr.preau.base.AllowedTo;
import fr.preau.base.DatabaseAway;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.web.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of the door. Reading one changes nothing, sets no cookie and makes no session. */
@Controller
@RequestMapping("/connexion")
@AllowedTo(Role.ANYONE)
class SignInController {

    private static final String START = "accounts/start";
    private static final String CODE = "accounts/code";
    private static final String STAFF = "accounts/staff";
    private static final String SECOND = "accounts/second-factor";
    private static final String NEW_PASSWORD = "accounts/new-password";
    private static final String ASK_PASSWORD = "accounts/ask-password";
    /** What is typed at the door, by where it is sent. */
    private static final Map<String, String> FORMS = Map.of("/connexion/lien", START, "/connexion/code", CODE, "/connexion/equipe", STAFF,
            "/connexion/mot-de-passe", ASK_PASSWORD);
    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);

    private final LinkService links;
    private final DeskCodeService codes;
    private final PasswordService passwords;
    private final SecondFactorService factors;
    private final Sessions sessions;
    private final Texts texts;
    private final DemoOffer demo;
    private final PublicAddress address;

    SignInController(LinkService links, DeskCodeService codes, PasswordService passwords, SecondFactorService factors, Sessions sessions,
                     Texts texts, DemoOffer demo, PublicAddress address) {
        this.links = links;
        this.codes = codes;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.texts = texts;
        this.demo = demo;
        this.address = address;
    }

    @ModelAttribute
    void frame(Model model, @RequestParam(required = false) @Nullable String vers, @RequestParam(required = false) @Nullable String partage,
               @RequestParam(required = false) @Nullable String mail) {
        fill(model, vers, partage, mail);
        model.addAttribute("personas", demo.buttons());
    }

    private void fill(Model model, @Nullable String vers, @Nullable String partage, @Nullable String mail) {
        model.addAttribute("demo", demo.isOn());
        model.addAttribute("vers", WayOn.of(vers, false).path());
        model.addAttribute("partage", partage != null);
        model.addAttribute("mail", mail == null || mail.length() > 254 ? "" : mail);
        model.addAttribute("passkeyHost", address.host());
        model.addAttribute("refusal", null);
        model.addAttribute("greeting", null);
    }

    /** The database is away for a moment: a form comes back as it was filled in, and is sent again by the same button. */
    @ExceptionHandler
    String away(RuntimeException failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        String form = request.getMethod().equals("POST") ? FORMS.get(request.getRequestURI().substring(request.getContextPath().length())) : null;
        if (form == null || !DatabaseAway.isCauseOf(failure)) {
            throw failure;
        }
        // one line a minute of all these, see OutageLog
        LOG.warn("Not let in", failure);
        fill(model, request.getParameter("vers"), request.getParameter("partage"), request.getParameter("mail"));
        model.addAttribute("personas", List.of());
        model.addAttribute("slip", null);
        model.addAttribute("nom", request.getParameter("nom"));
        model.addAttribute("refusal", texts.say("accounts.door.away"));
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.COMES_BACK.toSeconds()));
        return form;
    }

    /** Where everybody begins; with words for who comes from a session that is over. */
    @GetMapping
    String start(Model model, @RequestParam(required = false) @Nullable String fin, @RequestParam(required = false) @Nullable String ferme,
                 @RequestParam(name = "au-revoir", required = false) @Nullable String goodbye) {
        boolean speaks = fin != null || ferme != null || goodbye != null;
        if (!speaks && CurrentUser.find().isPresent()) {
            return "redirect:" + model.getAttribute("vers");
        }
        model.addAttribute("greeting", fin != null ? "over" : ferme != null ? "shut" : goodbye != null ? "goodbye" : null);
        return START;
    }

    // A link by mail

    @PostMapping("/lien")
    String sendLink(@RequestParam String mail, @RequestParam(required = false) @Nullable String vers,
                    @RequestParam(required = false) @Nullable String partage, Model model,
                    HttpServletRequest request, HttpServletResponse response) {
        var way = WayOn.of(vers, partage != null);
        var refused = links.sendLink(mail, sessions.boundVisitor(request, response), way);
        return refused.map(why -> refuse(why, START, model, response)).orElseGet(() -> "redirect:" + sent(way));
    }

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
        return refused.map(why -> refuse(why, again(token, model), model, response)).orElse("accounts/link");
    }

    @PostMapping("/lien/{token}")
    String useLink(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var outcome = links.signIn(token, sessions.visitor(request));
        return goOn(outcome, outcome instanceof Outcome.Refused ? again(token, model) : START, model, request, response);
    }

    // A code from reception

    @GetMapping({"/code", "/code/{slip}"})
    String code(@PathVariable(required = false) @Nullable UUID slip, Model model) {
        model.addAttribute("slip", slip);
        return CODE;
    }

    @PostMapping({"/code", "/code/{slip}"})
    String useCode(@PathVariable(required = false) @Nullable UUID slip, @RequestParam(defaultValue = "") String nom, @RequestParam String code,
                   @RequestParam(required = false) @Nullable String vers, @RequestParam(required = false) @Nullable String partage,
                   Model model, HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("slip", slip);
        model.addAttribute("nom", nom.length() > 200 ? "" : nom);
        var way = WayOn.of(vers, partage != null);
        var visitor = sessions.visitor(request);
        var outcome = slip == null ? codes.signIn(nom, code, visitor, way) : codes.signIn(slip, code, visitor, way);
        return goOn(outcome, CODE, model, request, response);
    }

    // Staff

    @GetMapping("/equipe")
    String staff() {
        return STAFF;
    }

    @PostMapping("/equipe")
    String password(@RequestParam String mail, @RequestParam String motdepasse, @RequestParam(required = false) @Nullable String vers,
                    @RequestParam(required = false) @Nullable String partage, Model model,
                    HttpServletRequest request, HttpServletResponse response) {
        var outcome = passwords.password(mail, motdepasse, sessions.boundVisitor(request, response), WayOn.of(vers, partage != null));
        return goOn(outcome, STAFF, model, request, response);
    }

    @GetMapping("/equipe/etape/{step}")
    String secondStep(@PathVariable UUID step, Model model, HttpServletRequest request, HttpServletResponse response) {
        return showSecondStep(step, null, model, request, response);
    }

    @PostMapping("/equipe/etape/{step}")
    String secondFactor(@PathVariable UUID step, @RequestParam String code, Model model,
                        HttpServletRequest request, HttpServletResponse response) {
        var outcome = factors.secondFactor(step, code, sessions.visitor(request));
        return outcome instanceof Outcome.Refused(var why) ? showSecondStep(step, why, model, request, response)
                : goOn(outcome, STAFF, model, request, response);
    }

    @GetMapping("/mot-de-passe")
    String askPassword() {
        return ASK_PASSWORD;
    }

    @PostMapping("/mot-de-passe")
    String sendPasswordLink(@RequestParam String mail, Model model, HttpServletRequest request, HttpServletResponse response) {
        var refused = links.sendPasswordLink(mail, sessions.boundVisitor(request, response), WayOn.HOME);
        return refused.map(why -> refuse(why, ASK_PASSWORD, model, response)).orElse("redirect:/connexion/lien-envoye");
    }

    @GetMapping("/mot-de-passe/{token}")
    String newPassword(@PathVariable String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        var refused = links.look(token, sessions.visitor(request)).filter(why -> why != SignInRefusal.LINK_OF_ANOTHER_BROWSER);
        model.addAttribute("token", token);
        return refused.map(why -> refuse(why, ASK_PASSWORD, model, response)).orElse(NEW_PASSWORD);
    }

    @PostMapping("/mot-de-passe/{token}")
    String choosePassword(@PathVariable String token, @RequestParam String motdepasse, @RequestParam String encore, Model model,
                          HttpServletRequest request, HttpServletResponse response) {
        model.addAttribute("token", token);
        var outcome = passwords.choosePassword(token, motdepasse, encore, sessions.visitor(request));
        boolean again = outcome instanceof Outcome.Refused(var why) && why.name().startsWith("PASSWORD");
        return goOn(outcome, again ? NEW_PASSWORD : ASK_PASSWORD, model, request, response);
    }

    // Out

    @PostMapping("/quitter")
    String leave(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/connexion?au-revoir";
    }

    /** Who asks for another link from there still goes where the first one would have led. */
    private static String sent(WayOn way) {
        var page = UriComponentsBuilder.fromPath("/connexion/lien-envoye");
        if (!way.path().equals(WayOn.HOME.path())) {
            page.queryParam("vers", "{vers}");
        }
        if (way.sharedComputer()) {
            page.queryParam("partage", "oui");
        }
        return page.encode().buildAndExpand(Map.of("vers", way.path())).toUriString();
    }

    /** The page to ask for another link, which leads where this one would have. */
    private String again(String token, Model model) {
        links.wayOn(token).ifPresent(way -> {
            model.addAttribute("vers", way.path());
            model.addAttribute("partage", way.sharedComputer());
        });
        return START;
    }

    private String goOn(Outcome outcome, String page, Model model, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Refused(var why) -> refuse(why, why == SignInRefusal.STAFF_COMES_BY_PASSWORD ? STAFF : page, model, response);
            case Outcome.Next(var step) -> "redirect:/connexion/equipe/etape/" + step;
            case Outcome.In in -> {
                sessions.begin(request, response, in);
                if (in.recoveryCodes().isEmpty()) {
                    yield "redirect:" + in.way().path();
                }
                model.addAttribute("codes", in.recoveryCodes());
                model.addAttribute("vers", in.way().path());
                yield "accounts/recovery-codes";
            }
        };
    }

    private String showSecondStep(UUID step, @Nullable SignInRefusal why, Model model, HttpServletRequest request, HttpServletResponse response) {
        var now = factors.secondStep(step, sessions.visitor(request));
        if (now.isEmpty()) {
            return refuse(SignInRefusal.STEP_OVER, STAFF, model, response);
        }
        model.addAttribute("step", step);
        model.addAttribute("typed", spaced(now.get().typed()));
        model.addAttribute("qr", now.get().address() == null ? null : QrCode.asPng(now.get().address()));
        return why == null ? SECOND : refuse(why, SECOND, model, response);
    }

    private String refuse(SignInRefusal why, String page, Model model, HttpServletResponse response) {
        response.setStatus(why == SignInRefusal.TOO_OFTEN || why == SignInRefusal.CODES_TOO_OFTEN ? 429 : 422);
        model.addAttribute("refusal", texts.say(why));
        return page;
    }

    private static @Nullable String spaced(@Nullable String key) {
        return key == null ? null : key.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
