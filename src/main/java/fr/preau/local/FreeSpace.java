package fr.preau.local;

import java.nio.file.Path;

/** Says before the work begins that the disk is too full for it, rather than in the middle. */
final class FreeSpace {

    /** For a database that is made; in megabytes, since a test asks for more than any disk has. */
    static final long FOR_NEW_DATA = Long.getLong("preau.local.space", 300L) << 20;
    static final long TO_GO_ON = 100L << 20;
    /** 314 MB of server, and some air. */
    static final long TO_UNPACK = 400L << 20;

    private FreeSpace() {
    }

    /** @param bytes what will be written below {@code folder}, which must exist */
    static void require(Path folder, long bytes) {
        // not the file store: in a root of its own (chroot) the JVM finds no mount for it, and says that the folder can't be written
        long free = folder.toFile().getUsableSpace();
        if (free < bytes) {
            throw new LocalStartException("disk-full", folder, free >> 20, bytes >> 20);
        }
    }
}
