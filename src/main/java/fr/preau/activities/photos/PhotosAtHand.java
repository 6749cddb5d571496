package fr.preau.activities.photos;

import fr.preau.activities.KeptPhotos;
import org.springframework.stereotype.Component;

/** Which photos there are, for who writes one down in an activity. */
@Component
class PhotosAtHand implements KeptPhotos {

    private final PhotoFiles files;

    PhotosAtHand(PhotoFiles files) {
        this.files = files;
    }

    @Override
    public boolean existsByHash(String hash) {
        return files.existsByHash(hash);
    }
}
