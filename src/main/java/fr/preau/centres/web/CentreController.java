package fr.preau.centres.web;

import fr.preau.base.AllowedTo;
import fr.preau.base.Phone;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.web.SameForAll;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of a centre: what happens next, and how one comes. */
@Controller
@AllowedTo(Role.ANYONE)
class CentreController {

    private final CentreService centres;
    private final ObjectProvider<PublicFeature> features;
    private final PublicAddress address;

    CentreController(CentreService centres, ObjectProvider<PublicFeature> features, PublicAddress address) {
        this.centres = centres;
        this.features = features;
        this.address = address;
    }

    /** How one comes, calls or writes; the hours by line. */
    record Door(String street, String town, List<String> hours, String phone, @Nullable String call, String email, String map) {

        static Door of(CentreRecord centre) {
            var contact = centre.contact();
            String town = contact.postcode() + " " + contact.city();
            String map = "https://www.openstreetmap.org/search?query="
                    + URLEncoder.encode(contact.street() + ", " + town, StandardCharsets.UTF_8);
            return new Door(contact.street(), town, contact.openingHours().lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                    contact.phone(), Phone.parse(contact.phone()).map(Phone::e164).orElse(null), contact.email(), map);
        }
    }

    @SameForAll
    @GetMapping("/centres/{slug}")
    String centre(Model model) {
        var centre = centres.current();
        model.addAttribute("canonical", address.of(CentrePaths.home(centre)));
        model.addAttribute("door", Door.of(centre));
        model.addAttribute("excerpts", features.orderedStream().map(feature -> feature.excerpt(centre)).filter(Objects::nonNull).toList());
        return "centres/centre";
    }
}
