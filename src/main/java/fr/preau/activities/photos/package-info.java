/** Keeps the photos of activities: reads what somebody sends, writes it anew in our sizes, and shows what an activity shows. */
@NamedInterface("photos")
@NullMarked
package fr.preau.activities.photos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
