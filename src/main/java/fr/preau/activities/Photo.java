package fr.preau.activities;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.List;

/**
 * The photo of an activity, as it is told; its content is kept by itself, in {@code photos}.
 *
 * @param hash   of the content; a changed photo has another address, so that no browser shows the one before
 * @param width  of the largest size, in pixels
 * @param height of the largest size
 * @param alt    what can be seen on it, in words
 */
@Embeddable
public record Photo(@Column(name = "photo_hash") String hash, @Column(name = "photo_width") Integer width,
                    @Column(name = "photo_height") Integer height, @Column(name = "photo_alt") String alt) implements Serializable {

    public static final int ALT = 200;

    /** As wide as a sheet on a large screen, or on a sharp telephone. */
    public static final int LARGE = 960;
    /** Enough for a telephone. */
    public static final int SMALL = 480;

    public Photo {
        alt = About.line(alt);
    }

    /** The widths that are kept, the smallest first. */
    public List<Integer> widths() {
        return width > SMALL ? List.of(SMALL, width) : List.of(width);
    }

    /** The same photo in other words. */
    public Photo told(String words) {
        return new Photo(hash, width, height, words);
    }
}
