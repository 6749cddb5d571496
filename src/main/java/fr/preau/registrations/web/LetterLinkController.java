package fr.preau.registrations.web;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Phone;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.messaging.CalendarFiles;
import fr.preau.registrations.LetterLinkService;
import fr.preau.registrations.LetterLinkService.OfferPage;
import fr.preau.registrations.OfferState;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.UndoOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Answers to the links in our letters. To open a page changes nothing; a button does. What is used or over is met kindly. */
@Controller
@RequestMapping("/centres/{slug}")
@AllowedTo(Role.ANYONE)
class LetterLinkController {

    private static final Set<RegistrationState> CAME_OF_A_YES = EnumSet.of(RegistrationState.CONFIRMED, RegistrationState.COMPLETED);
    private static final String OFFER = "registrations/offer";
    private static final String DECLINE = "registrations/decline";
    private static final String CANCEL = "registrations/cancel";
    private static final String SAID = "registrations/said";

    private final LetterLinkService links;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;
    private final Clock clock;

    LetterLinkController(LetterLinkService links, CentreService centres, Texts texts, Moments moments, Clock clock) {
        this.links = links;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
        this.clock = clock;
    }

    /** A registration as the page shows it. */
    record Row(UUID id, String name, String when, String state, boolean active) {
    }

    /** The address is a key: it is kept by no cache and told to no other site. */
    @ModelAttribute
    void keepToYourself(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping("/place/{token}")
    String offer(@PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        return open(slug, token, model, response, OFFER, "registrations.page.offer.title");
    }

    /** A no is not taken back: it is asked about first. */
    @GetMapping("/place/{token}/non")
    String decline(@PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        return open(slug, token, model, response, DECLINE, "registrations.page.offer.no-sure");
    }

    /** A page about an offer that is open; what is answered or over is said. */
    private String open(String slug, String token, Model model, HttpServletResponse response, String page, String title) {
        return in(slug, model, centre -> {
            var offer = links.offer(token);
            if (offer.isEmpty()) {
                return unknown(model, response);
            }
            if (offer.get().state() != OfferState.OPEN) {
                return answered(model, offer.get(), centre);
            }
            var party = offer.get().registrations().stream().filter(one -> one.state() == RegistrationState.OFFERED).toList();
            var first = party.getFirst();
            model.addAttribute("title", texts.say(title));
            model.addAttribute("offer", "/centres/" + slug + "/place/" + token);
            model.addAttribute("activity", first.title());
            model.addAttribute("place", first.place());
            model.addAttribute("rows", rows(party, centre));
            model.addAttribute("deadline", first.deadline() == null ? null
                    : texts.say("registrations.page.offer.deadline", moments.full(first.deadline(), centre.zone())));
            return page;
        });
    }

    @PostMapping("/place/{token}")
    String answer(@PathVariable String slug, @PathVariable String token, @RequestParam String answer, Model model, HttpServletResponse response) {
        return in(slug, model, centre -> {
            var outcome = switch (answer) {
                case "yes" -> links.accept(token);
                case "no" -> links.decline(token);
                default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            };
            if (outcome.isEmpty()) {
                return unknown(model, response);
            }
            return answered(model, links.offer(token).orElseThrow(), centre);
        });
    }

    /** What became of the offer, and since: who said yes may have given the place up, or the centre has cancelled. */
    private String answered(Model model, OfferPage offer, CentreRecord centre) {
        boolean lost = offer.state() == OfferState.ACCEPTED && offer.registrations().stream().noneMatch(one -> CAME_OF_A_YES.contains(one.state()));
        return said(model, "offer." + (lost ? "accepted-and-over" : Texts.word(offer.state())), offer.registrations(), centre);
    }

    @GetMapping("/annuler/{token}")
    String cancellable(@PathVariable String slug, @PathVariable String token, Model model, HttpServletResponse response) {
        return in(slug, model, centre -> {
            var all = links.cancellable(token);
            if (all.isEmpty()) {
                return unknown(model, response);
            }
            var rows = rows(all, centre);
            model.addAttribute("title", texts.say("registrations.page.cancel.title"));
            model.addAttribute("activity", all.getFirst().title());
            model.addAttribute("rows", rows);
            model.addAttribute("nothingLeft", rows.stream().noneMatch(Row::active));
            model.addAttribute("only", rows.stream().filter(Row::active).count() == 1);
            return CANCEL;
        });
    }

    /** The dates for the reader's own calendar: to take them changes nothing. */
    @GetMapping("/annuler/{token}/agenda.ics")
    ResponseEntity<String> calendar(@PathVariable String slug, @PathVariable String token) {
        var centre = centres.findBySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = CurrentCentre.in(centre.id(), () -> links.calendar(token)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, CalendarFiles.TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"agenda.ics\"").body(file);
    }

    @PostMapping("/annuler/{token}")
    String cancel(@PathVariable String slug, @PathVariable String token, @RequestParam(name = "qui", defaultValue = "") Set<UUID> ids, Model model,
                  HttpServletResponse response) {
        return in(slug, model, centre -> {
            if (ids.isEmpty()) {
                model.addAttribute("error", texts.say("registrations.page.cancel.nobody"));
                return cancellable(slug, token, model, response);
            }
            var outcome = links.cancel(token, ids);
            if (outcome.isEmpty()) {
                return unknown(model, response);
            }
            if (outcome.get().undoableUntil() != null) {
                model.addAttribute("undo", "/centres/" + slug + "/annuler/" + token + "/retablir");
                model.addAttribute("undoIds", outcome.get().cancelled());
            }
            return said(model, "cancel.done", links.cancellable(token), centre);
        });
    }

    @PostMapping("/annuler/{token}/retablir")
    String undo(@PathVariable String slug, @PathVariable String token, @RequestParam(name = "qui", defaultValue = "") Set<UUID> ids, Model model,
                HttpServletResponse response) {
        return in(slug, model, centre -> {
            var outcome = links.undoCancel(token, ids);
            if (outcome.isEmpty()) {
                return unknown(model, response);
            }
            return said(model, outcome.get() == UndoOutcome.RESTORED ? "undo.restored" : "undo." + Texts.word(outcome.get()), links.cancellable(token), centre);
        });
    }

    private String in(String slug, Model model, Function<CentreRecord, String> page) {
        var centre = centres.findBySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("centreName", centre.name());
        model.addAttribute("centreSlug", centre.slug());
        model.addAttribute("phone", centre.contact().phone());
        model.addAttribute("call", Phone.parse(centre.contact().phone()).map(Phone::e164).orElse(null));
        return CurrentCentre.in(centre.id(), () -> page.apply(centre));
    }

    /** Used up, over, or never ours: the same words, and a way on. */
    private String unknown(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return say(model, "unknown");
    }

    private String said(Model model, String what, List<RegistrationRecord> some, CentreRecord centre) {
        model.addAttribute("activity", some.getFirst().title());
        model.addAttribute("rows", rows(some, centre));
        return say(model, what);
    }

    private String say(Model model, String what) {
        model.addAttribute("title", texts.say("registrations.page." + what + ".title"));
        model.addAttribute("text", texts.say("registrations.page." + what + ".text"));
        return SAID;
    }

    private List<Row> rows(List<RegistrationRecord> some, CentreRecord centre) {
        return some.stream().map(one -> new Row(one.id(), one.personName(), when(one, centre), state(one), one.state().isActive())).toList();
    }

    private String when(RegistrationRecord one, CentreRecord centre) {
        // Of a series that has begun, what is still to come; of what is over, all of it.
        var ahead = one.dates().stream().filter(date -> date.endsAt().isAfter(clock.instant())).toList();
        var seats = ahead.isEmpty() ? one.seats() : ahead;
        if (seats.isEmpty()) {
            return "";
        }
        var first = moments.full(seats.getFirst().startsAt(), centre.zone());
        return seats.size() == 1 ? first : texts.say("registrations.letter.dates", seats.size(), first,
                moments.day(seats.getLast().startsAt().atZone(centre.zone()).toLocalDate()));
    }

    private String state(RegistrationRecord one) {
        return one.state() == RegistrationState.WAITING ? texts.say("registrations.waiting-with-rank", one.rank())
                : texts.say("registrations.state." + Texts.word(one.state()));
    }
}
