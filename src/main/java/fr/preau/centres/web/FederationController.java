package fr.preau.centres.web;

import fr.preau.base.AllowedTo;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of the federation: its centres, and what it owes to everybody who reads. */
@Controller
@AllowedTo(Role.ANYONE)
class FederationController {

    private static final List<Tint> TINTS = List.of(Tint.ROOF, Tint.BRICK, Tint.SUN, Tint.LIME);

    private final CentreService centres;
    private final PublicAddress address;

    FederationController(CentreService centres, PublicAddress address) {
        this.centres = centres;
        this.address = address;
    }

    /** A centre among the others. */
    record Card(String name, String place, String phone, String tint, String href) {
    }

    @GetMapping("/")
    String home(Model model) {
        var all = centres.all();
        model.addAttribute("canonical", address.of("/"));
        model.addAttribute("federation", centres.federationName().orElse(null));
        model.addAttribute("centres", IntStream.range(0, all.size()).mapToObj(at -> card(all.get(at), TINTS.get(at % TINTS.size()))).toList());
        return "centres/home";
    }

    @GetMapping("/accessibilite")
    String accessibility(Model model) {
        model.addAttribute("canonical", address.of("/accessibilite"));
        model.addAttribute("centres", centres.all());
        return "centres/accessibility";
    }

    @GetMapping("/confidentialite")
    String privacy(Model model) {
        model.addAttribute("canonical", address.of("/confidentialite"));
        model.addAttribute("centres", centres.all());
        return "centres/privacy";
    }

    private static Card card(CentreRecord centre, Tint tint) {
        return new Card(centre.name(), centre.contact().city(), centre.contact().phone(), tint.css(), CentrePaths.home(centre));
    }
}
