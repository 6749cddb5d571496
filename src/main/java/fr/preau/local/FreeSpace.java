package fr.preau.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says before the work begins that the disk is too full for it, rather than in the middle. */
final class FreeSpace {

    private FreeSpace() {
    }

    /** @param bytes what will be written below {@code folder}, which must exist */
    static void require(Path folder, long bytes) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new LocalStartException("disk-full", folder, free >> 20, bytes >> 20);
        }
    }
}
