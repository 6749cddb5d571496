package fr.preau.centres;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.UUID;

/** A centre as others see it. */
public record CentreRecord(UUID id, String slug, String name, String shortName, String code, Contact contact,
                           HolidayZone holidayZone, ZoneId zone) implements Serializable {
}
