package org.acides.hiboo.infrastructure.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acides.hiboo.infrastructure.start.CannotStart;

/**
 * Master keys in files of their owner's alone (mode 0600): {@code master.key}; beside it {@code master.key.new} while a
 * rotation runs and {@code master.key.<id>.old} after it.
 */
final class KeyFiles implements KeySource {

    private final Path file;
    private final Path coming;

    KeyFiles(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.coming = this.file.resolveSibling(this.file.getFileName() + ".new");
    }

    @Override
    public List<MasterKey> all() {
        List<MasterKey> keys = new ArrayList<>();
        read(file).ifPresent(keys::add);
        read(coming).ifPresent(keys::add);
        if (!Files.isDirectory(folder())) return keys;
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder(), file.getFileName() + ".*.old")) {
            for (Path one : old) read(one).ifPresent(keys::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    @Override
    public MasterKey first() {
        Optional<MasterKey> there = read(file);
        if (there.isPresent()) return there.get();
        MasterKey made = MasterKey.random();
        if (!write(file, made)) return read(file).orElseThrow();
        System.out.println("Made a master key, readable by its owner only: " + file
                + " (keep a copy in a safe place; without it personal data cannot be read)");
        return made;
    }

    @Override
    public void discard(MasterKey made) {
        if (read(file).filter(key -> key.id().equals(made.id())).isEmpty()) return;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String place() {
        return file.toString();
    }

    /** A newer {@code master.key} than the database's, as after a restored dump, is what to rotate to. */
    @Override
    public Optional<MasterKey> next(String current) {
        Optional<MasterKey> begun = read(coming);
        if (begun.isPresent()) return begun;
        Optional<MasterKey> newer = read(file).filter(key -> !key.id().equals(current));
        if (newer.isPresent()) return newer;
        MasterKey made = MasterKey.random();
        return Optional.of(write(coming, made) ? made : read(coming).orElseThrow());
    }

    @Override
    public void settle(MasterKey next) {
        if (!Files.exists(coming)) return;
        Optional<MasterKey> old = read(file);
        try {
            if (old.isPresent())
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + "." + old.get().id() + ".old"),
                        StandardCopyOption.ATOMIC_MOVE);
            Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String afterwards(Optional<MasterKey> done) {
        return "The new master key is " + file + "; the old one lies beside it, named after its id. Copy the new one to"
                + " your safe place and to every other node, and keep the old one as long as dumps made under it.";
    }

    private Path folder() {
        return file.getParent();
    }

    private static Optional<MasterKey> read(Path path) {
        try {
            return Optional.of(MasterKey.parse(Files.readString(path, StandardCharsets.US_ASCII), path.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("cannot read the master key " + path + " (" + e + ")", e);
        }
    }

    /** Whole or not at all, on disk before anything is wrapped under it. False when the file is there already. */
    private boolean write(Path path, MasterKey key) {
        Path draft = path.resolveSibling(path.getFileName() + "." + key.id() + ".draft");
        try {
            Files.createDirectories(folder());
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, key.text() + "\n", StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
            try {
                Files.createLink(path, draft);
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.deleteIfExists(draft);
            }
            sync(folder());
            return true;
        } catch (IOException e) {
            throw new CannotStart("cannot write the master key " + path + " (" + e + ")", e);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
