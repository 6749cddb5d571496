package fr.preau.registrations;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What somebody has begun and not sent: nothing that was typed is lost when the session ends or the server restarts. */
@Entity
class RegistrationDraft {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID accountId;
    private UUID groupId;
    private String content;
    private Instant savedAt;
    @Version
    private int version;

    protected RegistrationDraft() {
    }

    RegistrationDraft(UUID accountId, UUID groupId, String content, Instant now) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.groupId = groupId;
        keep(content, now);
    }

    final void keep(String what, Instant now) {
        content = what;
        savedAt = now;
    }

    String content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrationDraft that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
