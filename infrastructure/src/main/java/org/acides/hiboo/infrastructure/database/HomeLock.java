package org.acides.hiboo.infrastructure.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.acides.hiboo.infrastructure.start.CannotStart;
import org.jspecify.annotations.Nullable;

/** One process at a time in a home with a database of its own. The system lets go of it when the process dies. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    /** @throws CannotStart when another process is there */
    HomeLock(Path home) throws IOException {
        if (!Files.exists(home))
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        this.channel =
                FileChannel.open(home.resolve("hiboo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStart(
                    "another Hiboo runs on " + home + ": stop it first, or give this one another HIBOO_HOME");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
