package fr.preau.demo;

import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityInput.Who;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.Audience;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Dates;
import fr.preau.activities.Photo;
import fr.preau.activities.photos.PhotoOutcome;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.InTheDemonstration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens activities as an animator would, with their pictures. */
@Component
@InTheDemonstration
class DemoActivities {

    private final ActivityService activities;
    private final CatalogueService catalogue;
    private final PhotoService photos;

    DemoActivities(ActivityService activities, CatalogueService catalogue, PhotoService photos) {
        this.activities = activities;
        this.catalogue = catalogue;
        this.photos = photos;
    }

    /** One may register from now on, until the last session. */
    ActivitySheet open(DemoActivity activity, Dates dates) {
        return open(activity, dates, null, null);
    }

    /** One may register between these moments, as far as they are given. */
    ActivitySheet open(DemoActivity activity, Dates dates, @Nullable LocalDateTime opens, @Nullable LocalDateTime closes) {
        var about = activity.about();
        var audience = activity.audience();
        return now(activities.found(new ActivityInput(about.title(), about.summary(), about.description(), about.category(), photo(activity),
                who(audience), audience.minAge(), audience.maxAge(), audience.birthYearFrom(), audience.birthYearTo(), audience.withAdult(), dates,
                about.place(), about.accessNote(), about.bring(), about.price(), activity.places(), activity.registration(), activity.approval(),
                activity.booking(), opens, closes, null)));
    }

    /** How it stands. */
    ActivitySheet now(UUID activity) {
        return catalogue.find(activity).orElseThrow();
    }

    private @Nullable Photo photo(DemoActivity activity) {
        return DemoPicture.of(activity).map(this::kept).orElse(null);
    }

    private Photo kept(DemoPicture picture) {
        try (var file = picture.png()) {
            if (photos.keep(file) instanceof PhotoOutcome.Kept kept) {
                return kept.photo().told(picture.words());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("A picture of ours is refused: " + picture);
    }

    private static Who who(Audience audience) {
        if (audience.isByBirthYear()) {
            return Who.BY_BIRTH_YEAR;
        }
        return audience.isOpenToAll() ? Who.EVERYBODY : Who.BY_AGE;
    }
}
