package fr.preau.accounts.ui;

import fr.preau.accounts.AccessRules;
import fr.preau.base.CurrentCentre;
import fr.preau.base.ui.Section.Space;
import fr.preau.base.ui.PublicWay;
import fr.preau.base.ui.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All sections that the features declare: the team's before the families', each space in its order. */
@Component
class Sections {

    private final List<Section> all;
    private final List<PublicWay> ways;

    Sections(ObjectProvider<Section> all, ObjectProvider<PublicWay> ways) {
        this.ways = ways.orderedStream().toList();
        this.all = all.stream().sorted(Comparator.comparing(Section::space).thenComparingInt(Section::order)).toList();
    }

    /** Those that the current person may open in the current centre. */
    List<Section> open() {
        return all.stream().filter(section -> section.space() != Space.FEDERATION && AccessRules.allows(section.view())).toList();
    }

    /** What a family reads on the public pages. */
    List<PublicWay> ways() {
        return ways;
    }

    /** Those of the federation that the current person may open. */
    List<Section> ofTheFederation() {
        return all.stream().filter(section -> section.space() == Space.FEDERATION && AccessRules.allows(section.view())).toList();
    }

    /** Where the current person arrives in this centre. */
    Optional<Section> firstIn(UUID centre) {
        return CurrentCentre.in(centre, () -> open().stream().findFirst());
    }
}
