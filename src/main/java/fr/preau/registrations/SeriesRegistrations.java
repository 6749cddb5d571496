package fr.preau.registrations;

import fr.preau.activities.SeriesPeople;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the catalogue whether new dates would bind somebody who said yes to the others. */
@Component
class SeriesRegistrations implements SeriesPeople {

    private final Registrations registrations;

    SeriesRegistrations(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public boolean areIn(UUID group) {
        return registrations.hasSeries(group, ChangesElsewhere.ACTIVE);
    }
}
