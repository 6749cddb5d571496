package fr.preau.activities.photos;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A photo in one size: a JPEG that we have written ourselves. It never changes. */
@Entity
@Immutable
class PhotoFile {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private String hash;
    private int width;
    @JdbcTypeCode(SqlTypes.LONGVARBINARY)
    @Column(length = 16_777_215)
    private byte[] content;
    private Instant keptAt;

    protected PhotoFile() {
    }

    /** @param hash of the whole photo, the same for all its sizes */
    PhotoFile(String hash, int width, byte[] content, Instant now) {
        this.id = Ids.next();
        this.hash = hash;
        this.width = width;
        this.content = content;
        this.keptAt = now;
    }

    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhotoFile that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
