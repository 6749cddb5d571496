package fr.preau.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;

/** One instance per folder: the lock ends with the process that holds it, however that ends. */
final class FolderLock implements AutoCloseable {

    private final RandomAccessFile file;

    private FolderLock(RandomAccessFile file) {
        this.file = file;
    }

    /** @throws LocalStartException when another instance, or this very process, is at work on the folder */
    static FolderLock of(ServerFolder folder) throws IOException {
        RandomAccessFile file = new RandomAccessFile(folder.lock().toFile(), "rw");
        FileLock lock = null;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        if (lock == null) {
            String holder = file.length() > 0 ? file.readLine() : "?";
            file.close();
            throw new LocalStartException("second-instance", folder.home(), holder);
        }
        file.setLength(0);
        file.writeBytes(ProcessHandle.current().pid() + "\n");
        return new FolderLock(file);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            System.getLogger(FolderLock.class.getName()).log(System.Logger.Level.DEBUG, "lock", e);
        }
    }
}
