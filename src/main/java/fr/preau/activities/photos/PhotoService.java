package fr.preau.activities.photos;

import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Photo;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the photos of activities, written anew and made smaller, and shows those of activities that everybody may see. */
@Service
public class PhotoService {

    /** What a telephone sends at most. */
    public static final int MOST_MEGABYTES = 12;

    private static final int MEGABYTE = 1_000_000;
    private static final int HASH = 32;
    /** As long as a draft of the form that may speak of it. */
    private static final Duration UNUSED_KEPT = Duration.ofDays(30);
    private static final Set<ActivityStatus> SHOWN = Set.of(ActivityStatus.PUBLISHED, ActivityStatus.SUSPENDED, ActivityStatus.CANCELLED);

    private final PhotoFiles files;
    private final PhotoMaker maker;
    private final TransactionOperations transaction;
    private final Clock clock;

    PhotoService(PhotoFiles files, PhotoMaker maker, TransactionOperations transaction, Clock clock) {
        this.files = files;
        this.maker = maker;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps what was sent, in our sizes. The same photo twice is kept once. */
    @AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
    public PhotoOutcome keep(InputStream sent) throws IOException {
        byte[] bytes = sent.readNBytes(MOST_MEGABYTES * MEGABYTE + 1);
        if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
            return new PhotoOutcome.Refused(PhotoOutcome.Reason.TOO_HEAVY);
        }
        var made = maker.make(bytes);
        if (made.flaw().isPresent()) {
            return new PhotoOutcome.Refused(PhotoOutcome.Reason.valueOf(made.flaw().get().name()));
        }
        var largest = made.sizes().getLast();
        String hash = Sha256.hex(largest.content()).substring(0, HASH);
        transaction.executeWithoutResult(status -> {
            var now = clock.instant();
            files.deleteUnused(now.minus(UNUSED_KEPT));
            if (!files.existsByHash(hash)) {
                made.sizes().forEach(size -> files.save(new PhotoFile(hash, size.width(), size.content(), now)));
            }
        });
        return new PhotoOutcome.Kept(new Photo(hash, largest.width(), largest.height(), ""));
    }

    /** A size of a photo for the staff, shown or not: for a look before it is published. */
    @AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
    @Transactional(readOnly = true)
    public Optional<byte[]> look(String hash, int width) {
        return files.findByHashAndWidth(hash, width).map(PhotoFile::content);
    }

    /** A size of a photo that an activity shows to everybody. */
    @AllowedTo(Role.ANYONE)
    @Transactional(readOnly = true)
    public Optional<byte[]> shown(String hash, int width) {
        return files.findShown(hash, width, SHOWN).map(PhotoFile::content);
    }
}
