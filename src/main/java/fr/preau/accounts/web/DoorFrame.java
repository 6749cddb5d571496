package fr.preau.accounts.web;

import fr.preau.accounts.signin.WayOn;
import fr.preau.base.DatabaseAway;
import fr.preau.base.PublicAddress;
import fr.preau.base.Texts;
import fr.preau.base.web.AskedPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives every page of the door what its forms show and carry on; and a form back as it was filled in, while the database is away. */
@ControllerAdvice(assignableTypes = {SignInController.class, LinkController.class, DeskCodeController.class, StaffController.class,
        NewPasswordController.class})
class DoorFrame {

    /** In the model of each page: the {@link WayOn} that was asked for. */
    static final String WAY = "way";

    /** What is typed at the door, by where it is sent. */
    private static final Map<String, String> FORMS = Map.of("/connexion/lien", DoorPages.START, "/connexion/code", DoorPages.CODE,
            "/connexion/equipe", DoorPages.STAFF, "/connexion/mot-de-passe", DoorPages.ASK_PASSWORD);
    private static final Logger LOG = LoggerFactory.getLogger(DoorFrame.class);

    private final Texts texts;
    private final DemoOffer demo;
    private final PublicAddress address;

    DoorFrame(Texts texts, DemoOffer demo, PublicAddress address) {
        this.texts = texts;
        this.demo = demo;
        this.address = address;
    }

    @ModelAttribute
    void frame(Model model, @RequestParam(required = false) @Nullable String vers, @RequestParam(required = false) @Nullable String partage,
               @RequestParam(required = false) @Nullable String mail) {
        fill(model, WayOn.asked(vers, partage), mail);
        model.addAttribute("personas", demo.buttons());
    }

    /** The database is away for a moment: a form comes back as it was filled in, and is sent again by the same button. */
    @ExceptionHandler
    String away(RuntimeException failure, HttpServletRequest request, HttpServletResponse response, Model model) {
        String form = request.getMethod().equals("POST") ? FORMS.get(AskedPath.of(request)) : null;
        if (form == null || !DatabaseAway.isCauseOf(failure)) {
            throw failure;
        }
        // one line a minute of all these, see OutageLog
        LOG.warn("Not let in", failure);
        fill(model, WayOn.asked(request.getParameter("vers"), request.getParameter("partage")), request.getParameter("mail"));
        model.addAttribute("personas", List.of());
        model.addAttribute("slip", null);
        model.addAttribute("nom", request.getParameter("nom"));
        model.addAttribute("refusal", texts.say("accounts.door.away"));
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.COMES_BACK.toSeconds()));
        return form;
    }

    private void fill(Model model, WayOn way, @Nullable String mail) {
        model.addAttribute("demo", demo.isOn());
        model.addAttribute(WAY, way);
        model.addAttribute("mail", mail == null || mail.length() > 254 ? "" : mail);
        model.addAttribute("passkeyHost", address.host());
        model.addAttribute("refusal", null);
        model.addAttribute("greeting", null);
    }
}
