package fr.preau.centres.web;

import fr.preau.base.Demonstration;
import fr.preau.base.Picto;
import fr.preau.base.Texts;
import fr.preau.base.web.PublicSection;
import fr.preau.centres.CentreRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every public page what its frame shows: the centre, the sections, and the banner of the demonstration. */
@ControllerAdvice
class PublicFrame {

    private final ObjectProvider<PublicFeature> features;
    private final Texts texts;
    private final boolean demo;

    PublicFrame(ObjectProvider<PublicFeature> features, Texts texts, Demonstration demonstration) {
        this.features = features;
        this.texts = texts;
        this.demo = demonstration.on();
    }

    @ModelAttribute
    void frame(HttpServletRequest request, Model model) {
        var centre = CentreFilter.centreOf(request);
        model.addAttribute("demo", demo);
        model.addAttribute("here", centre.orElse(null));
        model.addAttribute("sections", centre.map(this::sections).orElseGet(this::federationSections));
    }

    private List<PublicSection> sections(CentreRecord centre) {
        var sections = new ArrayList<PublicSection>();
        features.orderedStream().forEach(feature -> sections.add(feature.section(centre)));
        sections.add(mine());
        return sections;
    }

    private List<PublicSection> federationSections() {
        return List.of(new PublicSection("centres", texts.say("centres.section.centres"), Picto.HOME, "/"), mine());
    }

    private PublicSection mine() {
        return new PublicSection("mine", texts.say("centres.section.mine"), Picto.PERSON, "/connexion");
    }
}
