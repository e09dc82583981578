package io.tidemark.lab.simulate;

import io.tidemark.ledger.journal.Storage;
import io.tidemark.ledger.journal.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** A small file beside a journal, written under another name and renamed into place. */
final class Note {
    private final Storage storage;
    private final String name;

    Note(Storage storage, String name) {
        this.storage = storage;
        this.name = name;
    }

    /** Not forced: after a power cut it may be an earlier one, empty, or gone. */
    void write(byte[] bytes) {
        run(bytes, false);
    }

    void writeAndForce(byte[] bytes) {
        run(bytes, true);
    }

    Optional<byte[]> read() {
        try (StoredFile file = storage.openToRead(name)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
            file.read(0, bytes);
            return bytes.capacity() == 0 ? Optional.empty() : Optional.of(bytes.array());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(byte[] bytes, boolean forced) {
        String draft = name + ".new";
        try (StoredFile file = storage.open(draft)) {
            file.truncate(0);
            file.write(0, ByteBuffer.wrap(bytes));
            if (forced) file.force();
            storage.rename(draft, name);
            if (forced) storage.forceDirectory();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }
}
