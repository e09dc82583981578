package io.tidemark.ledger.proof;

import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** What head office asks a store's gateway about the journal of one of its devices. */
public sealed interface ReceiptQuestion {
    /** Questions handed over at a time. */
    int QUESTIONS_MAX = 32;

    /** Bytes of a list of questions: of about 500 each. */
    int LIST_BYTES_MAX = QUESTIONS_MAX * 1_024;

    String TAG = "tidemark-receipt-question";

    /** Made by who asks; the reply carries it. */
    long id();

    JournalId journal();

    /**
     * Which receipts there are.
     *
     * @param day the business day
     * @param first the first entry that is looked at
     * @param last the last
     */
    record OfDay(long id, JournalId journal, LocalDate day, long first, long last)
            implements ReceiptQuestion {
        public OfDay {
            if (first < 1 || last < first)
                throw new IllegalArgumentException("entries " + first + " to " + last);
        }
    }

    /** This entry, with its proof. */
    record One(long id, JournalId journal, long sequence) implements ReceiptQuestion {
        public One {
            if (sequence < 1)
                throw new IllegalArgumentException("sequences start at 1, not " + sequence);
        }
    }

    /**
     * The array [tag, id, organisation, store, device, epoch, kind, …]: of kind 0 day, first, last;
     * of kind 1 sequence.
     */
    private void writeTo(CborWriter writer) {
        switch (this) {
            case OfDay asked -> {
                journal().writeTo(writer.array(10).text(TAG).integer(id())).integer(0);
                writer.integer(asked.day().toEpochDay())
                        .integer(asked.first())
                        .integer(asked.last());
            }
            case One asked ->
                    journal()
                            .writeTo(writer.array(8).text(TAG).integer(id()))
                            .integer(1)
                            .integer(asked.sequence());
        }
    }

    /** A list of questions. */
    static byte[] toBytes(List<ReceiptQuestion> questions) {
        return new CborWriter()
                .list(questions, (question, writer) -> question.writeTo(writer))
                .toBytes();
    }

    /**
     * @throws Malformed if these bytes are no list of questions
     */
    static List<ReceiptQuestion> parse(byte[] bytes) {
        CborReader reader = new CborReader(bytes);
        try {
            List<ReceiptQuestion> questions = reader.list(QUESTIONS_MAX, () -> read(reader));
            reader.end();
            return questions;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Malformed("no questions about receipts: " + e.getMessage(), e);
        }
    }

    private static ReceiptQuestion read(CborReader reader) {
        int length = reader.arrayOfAtLeast(8);
        if (!reader.text(TAG.length()).equals(TAG))
            throw new Malformed("no question about receipts");
        long id = reader.integer();
        JournalId journal = JournalId.readFrom(reader);
        boolean one = reader.integer(0, 1) == 1;
        if (!one && length < 10) throw new Malformed("a question about no day");
        ReceiptQuestion question =
                one
                        ? new One(id, journal, reader.integer())
                        : new OfDay(
                                id,
                                journal,
                                LocalDate.ofEpochDay(reader.integer()),
                                reader.integer(),
                                reader.integer());
        reader.skip(length - (one ? 8 : 10));
        return question;
    }
}
