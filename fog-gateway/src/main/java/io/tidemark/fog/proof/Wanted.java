package io.tidemark.fog.proof;

import io.tidemark.fog.intake.DeviceJournal;
import io.tidemark.ledger.EntryBytes;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Head;
import io.tidemark.ledger.SignedHead;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.event.EntryCodec;
import io.tidemark.ledger.event.PrunedEntry;
import io.tidemark.ledger.journal.EntryVisitor;
import io.tidemark.ledger.proof.HeadCode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which receipt somebody wants proven, by what is printed on it. */
public sealed interface Wanted {
    /** Where it stands. */
    record Found(DeviceJournal journal, long sequence) {}

    /** By a receipt's id. */
    record ById(String journal, long number, String hash) implements Wanted {}

    /** By what its QR code says. */
    record ByCode(SignedHead head) implements Wanted {}

    /** Such as {@code s001.till-1.1-17-a1b2c3}. */
    Pattern ID = Pattern.compile("([a-z0-9.-]{1,160})-([0-9]{1,18})-([0-9a-f]{6})");

    /**
     * @throws NotProvable if it is neither an id nor a code
     */
    static Wanted parse(String text) {
        String asked = text.strip();
        try {
            if (HeadCode.is(asked)) return new ByCode(HeadCode.parse(asked));
        } catch (Malformed e) {
            throw new NotProvable("that is no receipt's code: " + e.getMessage(), e);
        }
        Matcher id = ID.matcher(asked);
        if (!id.matches())
            throw new NotProvable(
                    "a receipt is named by its id, such as s001.till-1.1-17-a1b2c3, or by what its QR"
                            + " code says, which begins with TMH1:");
        return new ById(id.group(1), Long.parseLong(id.group(2)), id.group(3));
    }

    /**
     * @throws NotProvable if it is not among these journals
     */
    default Found in(List<DeviceJournal> journals) {
        return switch (this) {
            case ById(String label, long number, String hash) ->
                    journals.stream()
                            .filter(journal -> journal.id().label().equals(label))
                            .flatMap(journal -> found(journal, number, hash).stream())
                            .findFirst()
                            .orElseThrow(() ->
                                    new NotProvable(
                                            "no receipt "
                                                    + number
                                                    + " with the characters "
                                                    + hash
                                                    + " is in journal "
                                                    + label
                                                    + " here"));
            case ByCode(SignedHead head) ->
                    journals.stream()
                            .filter(journal -> journal.id().equals(head.journal()))
                            .filter(journal -> has(journal, head.head()))
                            .map(journal -> new Found(journal, head.sequence()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new NotProvable(
                                            "entry "
                                                    + head.sequence()
                                                    + " of "
                                                    + head.journal().label()
                                                    + " with hash "
                                                    + head.hash().short6()
                                                    + " is not here"));
        };
    }

    private static boolean has(DeviceJournal journal, Head head) {
        return head.sequence() > 0
                && head.sequence() <= journal.received().sequence()
                && journal.journal().hashAt(head.sequence()).equals(head.hash());
    }

    private static Optional<Found> found(DeviceJournal journal, long number, String short6) {
        Search search = new Search(number, short6);
        journal.replay(1, search);
        return search.sequence == 0
                ? Optional.empty()
                : Optional.of(new Found(journal, search.sequence));
    }

    /** Goes through a journal for one receipt. */
    final class Search implements EntryVisitor {
        private final long number;
        private final String short6;
        private long sequence;

        Search(long number, String short6) {
            this.number = number;
            this.short6 = short6;
        }

        @Override
        public void entry(long at, Hash hash, EntryBytes entry) {
            if (hash.short6().equals(short6) && receipt(entry) == number) sequence = at;
        }

        @Override
        public void pruned(PrunedEntry left) {
            if (left.hash().short6().equals(short6) && left.header().receipt() == number)
                sequence = left.sequence();
        }

        private static long receipt(EntryBytes entry) {
            try {
                return EntryCodec.header(entry).receipt();
            } catch (Malformed noReceipt) {
                return 0;
            }
        }
    }
}
