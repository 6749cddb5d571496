package fr.preau.centres;

import fr.preau.base.Ids;
import fr.preau.base.ShownInPublic;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.UUID;

/** A centre social: the house where people come, responsible for the data of those who do. */
@Entity
@ShownInPublic
public class Centre {

    @Id
    private UUID id;
    private UUID federationId;
    private String slug;
    private String name;
    private String shortName;
    private String code;
    @Embedded
    private Contact contact;
    @Enumerated(EnumType.STRING)
    private HolidayZone holidayZone;
    private String timeZone;
    @Version
    private int version;

    protected Centre() {
    }

    /**
     * @param slug the centre's name in addresses, lower case without accents
     * @param code three capital letters that begin the codes people are given, for example {@code BEL}
     */
    public Centre(UUID federationId, String slug, String name, String shortName, String code, Contact contact, HolidayZone holidayZone) {
        this.id = Ids.next();
        this.federationId = federationId;
        this.slug = slug;
        this.name = name;
        this.shortName = shortName;
        this.code = code;
        this.contact = contact;
        this.holidayZone = holidayZone;
        this.timeZone = "Europe/Paris";
    }

    /** The address on the web and the code stay: links and slips of paper carry them. */
    void rewrite(String name, String shortName, Contact contact, HolidayZone zone) {
        this.name = name;
        this.shortName = shortName;
        this.contact = contact;
        this.holidayZone = zone;
    }

    CentreRecord toRecord() {
        return new CentreRecord(id, slug, name, shortName, code, contact, holidayZone, ZoneId.of(timeZone));
    }

    public UUID id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Centre that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
