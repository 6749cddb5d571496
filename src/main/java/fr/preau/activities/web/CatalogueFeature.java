package fr.preau.activities.web;

import fr.preau.activities.ActivityCard;
import fr.preau.activities.CatalogueFilter;
import fr.preau.activities.CatalogueService;
import fr.preau.base.Picto;
import fr.preau.base.web.PublicSection;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.web.PublicFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The catalogue in the navigation and on the page of a centre. */
@Component
@Order(10)
class CatalogueFeature implements PublicFeature {

    private static final int NEXT = 6;
    private static final int MOST_IN_SITEMAP = 1000;

    private final CatalogueService catalogue;
    private final CatalogueWords words;

    CatalogueFeature(CatalogueService catalogue, CatalogueWords words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /** What the centre's page shows of the catalogue. */
    record Next(List<CatalogueController.Card> cards, String all) {
    }

    @Override
    public PublicSection section(CentreRecord centre) {
        return new PublicSection("activities", words.say("section"), Picto.CALENDAR, CataloguePaths.list(centre));
    }

    @Override
    public @Nullable Excerpt excerpt(CentreRecord centre) {
        var list = CatalogueAddress.all(CataloguePaths.list(centre));
        var cards = catalogue.shown(CatalogueFilter.none(), 0, NEXT).cards().stream()
                .map(card -> CatalogueController.Card.of(card, list, centre, words)).toList();
        return new Excerpt("activities/excerpt", new Next(cards, list.href()));
    }

    @Override
    public Search search(CentreRecord centre) {
        return new Search(CataloguePaths.list(centre), "mots", words.say("search.words"), words.say("search.go"));
    }

    @Override
    public List<String> paths(CentreRecord centre) {
        var sheets = catalogue.shown(CatalogueFilter.none(), 0, MOST_IN_SITEMAP).cards().stream().map(ActivityCard::slug)
                .map(slug -> CataloguePaths.sheet(centre, slug));
        return new ArrayList<>(Stream.concat(Stream.of(CataloguePaths.list(centre)), sheets).toList());
    }
}
