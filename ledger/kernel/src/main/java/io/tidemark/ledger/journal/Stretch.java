package io.tidemark.ledger.journal;

import io.tidemark.ledger.Head;
import io.tidemark.ledger.JournalId;
import java.io.IOException;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** One segment on its way past a {@link JournalSight}, in the memory of its largest frame. */
final class Stretch {
    private final JournalId journal;
    private final SegmentHeader header;
    private final ByteWindow window;
    private final JournalKey key;
    private FrameReader frames;
    private Head head;

    Stretch(JournalId journal, SegmentHeader header, ByteWindow window, JournalKey key) {
        this.journal = journal;
        this.header = header;
        this.window = window;
        this.key = key;
        this.frames = at(header.size());
        this.head = header.before();
    }

    /**
     * Goes on to the group that this entry is in, by the frames' headers alone: nothing on the way
     * is decrypted but the signed head before it.
     */
    void skipTo(long from) throws IOException {
        FrameReader hops = at(header.size());
        long sequence = header.before().sequence();
        long keyAt = 0;
        long headAt = 0;
        long keyOfHead = 0;
        while (sequence < from) {
            long position = hops.position();
            FrameKind kind = hops.hop();
            if (kind == null) break;
            switch (kind) {
                case ENTRY, PRUNED -> sequence++;
                case KEY, KEY_AGAIN -> keyAt = position;
                case HEAD -> {
                    headAt = position;
                    keyOfHead = keyAt;
                }
                case SEAL, STUB_SEAL -> {}
            }
        }
        if (headAt > 0) goOn(headAt, keyOfHead);
    }

    private void goOn(long headAt, long keyAt) throws IOException {
        FrameReader there = at(headAt);
        SecretKey dataKey = keyAt(keyAt);
        if (dataKey == null) return;
        there.under(dataKey);
        if (!(there.next() instanceof Frame.Signed signed)) return;
        head = signed.head().head();
        frames = there;
    }

    private @Nullable SecretKey keyAt(long position) throws IOException {
        return at(position).next() instanceof Frame.Key found ? found.dataKey() : null;
    }

    void show(long from, long last, JournalSight sight) throws IOException {
        while (true) {
            Frame frame = frames.next();
            switch (frame) {
                case Frame.Entry entry -> {
                    if (entry.sequence() > last) return;
                    follow(entry);
                    if (entry.sequence() >= from)
                        sight.entry(entry.sequence(), head.hash(), entry.entry());
                }
                case Frame.Pruned pruned -> {
                    if (pruned.after().sequence() > last) return;
                    requireNext(pruned.position(), pruned.after().sequence());
                    head = pruned.after();
                    if (head.sequence() >= from) sight.pruned(pruned.left());
                }
                case Frame.Signed signed -> {
                    if (!signed.head().head().equals(head))
                        throw damaged(
                                frame.position(), "the chain does not lead to the signed head");
                    if (head.sequence() >= from) sight.signed(signed.head());
                }
                case Frame.Key _ -> {}
                case Frame.Unreadable bad -> throw damaged(bad.position(), bad.why());
                case Frame.Seal _, Frame.End _ -> {
                    return;
                }
            }
        }
    }

    private void follow(Frame.Entry entry) {
        requireNext(entry.position(), entry.sequence());
        head = head.then(entry.entry());
    }

    private void requireNext(long position, long sequence) {
        if (sequence != head.sequence() + 1)
            throw damaged(position, "here is entry " + sequence + " instead");
    }

    private FrameReader at(long position) {
        return new FrameReader(window, header.hash(), key, position);
    }

    private JournalDamaged damaged(long position, String why) {
        return new JournalDamaged(
                journal,
                head.sequence() + 1,
                new JournalDamaged.Place(SegmentName.of(header.number()), position),
                why);
    }
}
