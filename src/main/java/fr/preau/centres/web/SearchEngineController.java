package fr.preau.centres.web;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.centres.CentreService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** Tells search engines which pages there are, and which are nobody's business. */
@Controller
@AllowedTo(Role.ANYONE)
class SearchEngineController {

    private final CentreService centres;
    private final ObjectProvider<PublicFeature> features;
    private final PublicAddress address;

    SearchEngineController(CentreService centres, ObjectProvider<PublicFeature> features, PublicAddress address) {
        this.centres = centres;
        this.features = features;
        this.address = address;
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String sitemap() {
        return paths().stream().map(path -> "<url><loc>" + HtmlUtils.htmlEscape(address.of(path)) + "</loc></url>\n")
                .collect(Collectors.joining("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n", "</urlset>\n"));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String robots() {
        return "User-agent: *\nDisallow: /app/\nDisallow: /connexion\nDisallow: /demo/\nDisallow: /centres/*/annuler/\n"
                + "Disallow: /centres/*/place/\nSitemap: " + address.of("/sitemap.xml") + "\n";
    }

    private List<String> paths() {
        var paths = new ArrayList<>(List.of("/", "/accessibilite", "/confidentialite"));
        for (var centre : centres.all()) {
            paths.add(CentrePaths.home(centre));
            CurrentCentre.runIn(centre.id(), () -> features.orderedStream().forEach(feature -> paths.addAll(feature.paths(centre))));
        }
        return paths;
    }
}
