package fr.preau.people;

import java.util.List;
import java.util.UUID;

/**
 * Says what a module keeps of a family, for the copy that the family may ask for. People may not know what families come for:
 * whoever keeps something of them implements this. The family reads it: it tells of no other one, and nothing that the staff wrote
 * down for itself.
 */
public interface FileChapter {

    /** What is kept of this household of the current centre; as many statements for one row as for many. */
    List<FileTable> of(UUID household);
}
