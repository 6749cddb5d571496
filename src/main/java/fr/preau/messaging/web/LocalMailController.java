package fr.preau.messaging.web;

import fr.preau.base.AllowedTo;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.messaging.LocalMailRecord;
import fr.preau.messaging.LocalMailbox;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lets a visitor of the demonstration read the letters that a resident would receive, and follow their links, without
 * signing in. Anywhere else these pages do not exist.
 */
@Controller
@RequestMapping("/demo/courrier")
@AllowedTo(Role.ANYONE)
class LocalMailController {

    private static final String CSP = "Content-Security-Policy";
    /** The page may show a message in a frame of our own, and nothing more than other public pages. */
    private static final String PAGE_POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; "
            + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The message: its own inline styles, no script, no form, no address of ours; a click on a link leaves the frame. */
    private static final String MESSAGE_POLICY = "sandbox allow-top-navigation-by-user-activation; default-src 'none'; "
            + "style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final LocalMailbox mailbox;
    private final Moments moments;

    LocalMailController(LocalMailbox mailbox, Moments moments) {
        this.mailbox = mailbox;
        this.moments = moments;
    }

    /** A message as the list shows it. */
    record Row(UUID id, String sender, String recipient, String title, String when, boolean calendar) {
    }

    /** A line of a message, with the part of it that is a link, if there is one. */
    record Line(String text, @Nullable String href) {
    }

    @ModelAttribute
    void demonstrationOnly(Model model, HttpServletResponse response) {
        if (!mailbox.isOpen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("demo", true);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(CSP, PAGE_POLICY);
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping
    String list(@RequestParam(name = "page", defaultValue = "1") int wanted, Model model) {
        long total = mailbox.count();
        int last = (int) Math.max(1, (total + LocalMailbox.PAGE - 1) / LocalMailbox.PAGE);
        int page = Math.clamp(wanted, 1, last);
        model.addAttribute("mails", mailbox.page(page - 1).stream().map(this::row).toList());
        model.addAttribute("total", total);
        model.addAttribute("from", (page - 1L) * LocalMailbox.PAGE + 1);
        model.addAttribute("to", Math.min(total, (long) page * LocalMailbox.PAGE));
        model.addAttribute("previous", page > 1 ? "/demo/courrier?page=" + (page - 1) : null);
        model.addAttribute("next", page < last ? "/demo/courrier?page=" + (page + 1) : null);
        return "messaging/mailbox";
    }

    @GetMapping("/{id}")
    String read(@PathVariable UUID id, Model model) {
        var mail = find(id);
        model.addAttribute("mail", row(mail));
        model.addAttribute("lines", lines(mail.plain()));
        return "messaging/mail";
    }

    @GetMapping("/{id}/message")
    ResponseEntity<byte[]> message(@PathVariable UUID id) {
        var html = find(id).html().replaceFirst("<head>", "<head><base target=\"_top\">");
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(CSP, MESSAGE_POLICY).body(html.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{id}/preau.ics")
    ResponseEntity<byte[]> calendar(@PathVariable UUID id) {
        var calendar = Optional.ofNullable(find(id).calendar()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("preau.ics").build().toString())
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    private LocalMailRecord find(UUID id) {
        return mailbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Row row(LocalMailRecord mail) {
        String recipient = mail.recipientName().isBlank() ? mail.recipient() : mail.recipientName() + " <" + mail.recipient() + ">";
        return new Row(mail.id(), mail.sender(), recipient, mail.title(), moments.full(mail.receivedAt(), Moments.PARIS),
                mail.calendar() != null);
    }

    private static List<Line> lines(String plain) {
        return plain.lines().map(line -> new Line(line, LINK.matcher(line).matches() ? line : null)).toList();
    }
}
