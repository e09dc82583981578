package io.tidemark.ledger;

import io.tidemark.ledger.journal.EntryVisitor;
import java.util.ArrayList;
import java.util.List;

/** A journal in memory, as much of one as the pure cores need. */
public final class TestChain {
    private final JournalId id;
    private final TestKeys keys;
    private final List<EntryBytes> entries = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    public TestChain(JournalId id, TestKeys keys) {
        this.id = id;
        this.keys = keys;
        heads.add(Head.genesis(id));
    }

    public TestChain append(EntryBytes entry) {
        entries.add(entry);
        heads.add(head().then(entry));
        return this;
    }

    public TestChain append(int count) {
        for (int i = 0; i < count; i++)
            append(TestShop.entry(TestShop.sale(TestShop.line("P" + i, 1, "1.00")), heads.size()));
        return this;
    }

    public JournalId journal() {
        return id;
    }

    public Head head() {
        return heads.getLast();
    }

    public Hash hashAt(long sequence) {
        return heads.get((int) sequence).hash();
    }

    public SignedHead signedAt(long sequence) {
        return SignedHead.sign(id, heads.get((int) sequence), keys.signer());
    }

    public Batch batch(long from, long to) {
        return new Batch(id, from, entries.subList((int) from - 1, (int) to), signedAt(to));
    }

    /** Both journals start alike. */
    public TestChain copy() {
        return upTo(entries.size());
    }

    /** Another that has only its first entries. */
    public TestChain upTo(int count) {
        TestChain start = new TestChain(id, keys);
        entries.subList(0, count).forEach(start::append);
        return start;
    }

    /** Shows all of it, as a journal on disk does. */
    public <V extends EntryVisitor> V shownTo(V visitor) {
        for (int i = 0; i < entries.size(); i++)
            visitor.entry(i + 1L, hashAt(i + 1L), entries.get(i));
        return visitor;
    }

    public List<EntryBytes> entries() {
        return List.copyOf(entries);
    }
}
