package fr.preau.activities;

import fr.preau.base.Ids;
import fr.preau.base.SearchKey;
import fr.preau.base.ShownInPublic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** Something that a centre offers to do together. Its dates and places are in its groups. */
@Entity
@ShownInPublic
class Activity {

    private static final int SEARCH_KEY = 600;

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    @Embedded
    private About about;
    @Embedded
    private @Nullable Photo photo;
    private String slug;
    @Embedded
    private Audience audience;
    private boolean registrationNeeded;
    private boolean needsApproval;
    private @Nullable Integer holdDays;
    private @Nullable Instant opensAt;
    private @Nullable Instant closesAt;
    @Enumerated(EnumType.STRING)
    private ActivityStatus status;
    private @Nullable String statusReason;
    private @Nullable Instant publishedAt;
    private Instant changedAt;
    private String searchKey;
    @Version
    private @Nullable Integer version;

    protected Activity() {
    }

    /** A new activity is a draft: only the staff sees it. */
    Activity(About about, String slug, AdmissionRules rules, Instant now) {
        this.id = Ids.next();
        this.slug = slug;
        this.status = ActivityStatus.DRAFT;
        describe(about, rules, now);
    }

    /** Changes what is said about it. */
    final void describe(About newAbout, AdmissionRules rules, Instant now) {
        if (rules.opensAt() != null && rules.closesAt() != null && !rules.opensAt().isBefore(rules.closesAt())) {
            throw new IllegalArgumentException("Registration closes before it opens");
        }
        about = newAbout;
        audience = rules.audience();
        registrationNeeded = rules.registrationNeeded();
        needsApproval = rules.needsApproval();
        holdDays = rules.holdDays();
        opensAt = rules.opensAt();
        closesAt = rules.closesAt();
        changedAt = now;
        String words = SearchKey.of(newAbout.title() + " " + newAbout.summary() + " " + newAbout.place());
        searchKey = words.substring(0, Math.min(SEARCH_KEY, words.length()));
    }

    /** Shows this photo on its sheet, or its pictogram alone. */
    void illustrate(@Nullable Photo newPhoto) {
        photo = newPhoto;
    }

    /** Shows it to everybody, for the first time or again. */
    void publish(Instant now) {
        become(ActivityStatus.PUBLISHED, null, now);
        if (publishedAt == null) {
            publishedAt = now;
        }
    }

    /** Stops registrations for a while; those who are registered stay. */
    void suspend(String reason, Instant now) {
        become(ActivityStatus.SUSPENDED, reason, now);
    }

    /** Ends it for good. Its sessions are cancelled by the caller, in the same transaction. */
    void cancel(String reason, Instant now) {
        become(ActivityStatus.CANCELLED, reason, now);
    }

    private void become(ActivityStatus next, @Nullable String reason, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("An activity that is " + status + " cannot become " + next);
        }
        status = next;
        statusReason = reason;
        changedAt = now;
    }

    /** Gives it another name in addresses, as long as nobody can have kept the old one. */
    void rename(String newSlug) {
        if (publishedAt != null) {
            throw new IllegalStateException("A published activity keeps its address");
        }
        slug = newSlug;
    }

    boolean wasPublished() {
        return publishedAt != null;
    }

    UUID id() {
        return id;
    }

    About about() {
        return about;
    }

    @Nullable Photo photo() {
        return photo;
    }

    String slug() {
        return slug;
    }

    ActivityStatus status() {
        return status;
    }

    @Nullable String statusReason() {
        return statusReason;
    }

    Instant changedAt() {
        return changedAt;
    }

    AdmissionRules rules() {
        return new AdmissionRules(audience, registrationNeeded, needsApproval, opensAt, closesAt, holdDays);
    }

    int version() {
        return version == null ? 0 : version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Activity that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
