package fr.preau.activities;

import fr.preau.base.Ids;
import fr.preau.base.ShownInPublic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** People who come at the same dates. Its row is what every change of places locks first. */
@Entity
@ShownInPublic
class ActivityGroup {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID activityId;
    private String name;
    @Enumerated(EnumType.STRING)
    private Booking booking;
    private int defaultPlaces;
    @Embedded
    private @Nullable WeeklySeries series;
    @Version
    private @Nullable Integer version;

    protected ActivityGroup() {
    }

    /** @param name may be empty when the activity has one group only */
    ActivityGroup(UUID activityId, String name, Booking booking, int defaultPlaces, @Nullable WeeklySeries series) {
        this.id = Ids.next();
        this.activityId = activityId;
        this.name = name;
        this.booking = booking;
        change(defaultPlaces, series);
    }

    /** New sessions get these places and follow this series; sessions that stand already are not touched. */
    final void change(int places, @Nullable WeeklySeries newSeries) {
        defaultPlaces = ActivitySession.checkedPlaces(places);
        series = newSeries;
    }

    /** All its sessions to come have these hours from now on, and so do those that are added. */
    void meetAt(LocalTime starts, LocalTime ends) {
        series = series == null ? null : series.at(starts, ends);
    }

    UUID id() {
        return id;
    }

    UUID activityId() {
        return activityId;
    }

    String name() {
        return name;
    }

    Booking booking() {
        return booking;
    }

    int defaultPlaces() {
        return defaultPlaces;
    }

    @Nullable WeeklySeries series() {
        return series;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivityGroup that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
