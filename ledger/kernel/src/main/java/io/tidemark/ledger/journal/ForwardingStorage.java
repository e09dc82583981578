package io.tidemark.ledger.journal;

import java.io.IOException;
import java.util.List;

/**
 * A disk in front of another: whoever measures one, or makes one fail, says only what differs.
 * Everything that is not overridden is the other's.
 */
public abstract class ForwardingStorage implements Storage {
    private final Storage behind;

    protected ForwardingStorage(Storage behind) {
        this.behind = behind;
    }

    @Override
    public List<String> list() throws IOException {
        return behind.list();
    }

    @Override
    public StoredFile open(String name) throws IOException {
        return behind.open(name);
    }

    @Override
    public StoredFile openToRead(String name) throws IOException {
        return behind.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        behind.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        behind.delete(name);
    }

    @Override
    public Allocation allocation() {
        return behind.allocation();
    }

    @Override
    public void forceDirectory() throws IOException {
        behind.forceDirectory();
    }

    @Override
    public String toString() {
        return behind.toString();
    }
}
