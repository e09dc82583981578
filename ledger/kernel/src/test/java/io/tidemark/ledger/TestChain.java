package io.tidemark.ledger;

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
        TestChain copy = new TestChain(id, keys);
        entries.forEach(copy::append);
        return copy;
    }

    public List<EntryBytes> entries() {
        return List.copyOf(entries);
    }
}
