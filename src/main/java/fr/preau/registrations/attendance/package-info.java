/** Notes who came to a session: its sheet, the marks, walk-ins, and the trace of who marked what. Knows nothing of how one registers. */
@NamedInterface("attendance")
@NullMarked
package fr.preau.registrations.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
