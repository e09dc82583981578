package io.tidemark.ledger.journal;

import io.tidemark.ledger.JournalId;

/**
 * A journal's files are not what was written. Nothing was changed: damage is never repaired by
 * guessing. The node stops, and the entries are fetched again from a peer that has them ({@link
 * JournalCopy}).
 */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JournalId journal;
    private final long sequence;
    private final String file;
    private final long position;
    private final String why;

    JournalDamaged(JournalId journal, long sequence, Place place, String why) {
        super(
                "journal "
                        + journal.label()
                        + " is damaged at "
                        + named(sequence)
                        + " ("
                        + place.file()
                        + ", byte "
                        + place.position()
                        + "): "
                        + why
                        + ". Nothing was changed. "
                        + remedy(journal.label()));
        this.journal = journal;
        this.sequence = sequence;
        this.file = place.file();
        this.position = place.position();
        this.why = why;
    }

    /** Where in a journal's files. */
    record Place(String file, long position) {}

    public JournalId journal() {
        return journal;
    }

    /**
     * The first bad entry; of a damaged signed head or seal, the entry it is about; 0 where no
     * entry can be named.
     */
    public long sequence() {
        return sequence;
    }

    /** The file's name within the journal's directory. */
    public String file() {
        return file;
    }

    /** In bytes from the start of the file. */
    public long position() {
        return position;
    }

    public String why() {
        return why;
    }

    private static String remedy(String label) {
        return "Restore it with a copy: at a peer that has these entries `./tidemark ledger export DIR --journal "
                + label
                + " --out FILE`, then here `./tidemark ledger restore DIR --journal "
                + label
                + " --copy FILE`";
    }

    private static String named(long sequence) {
        return sequence == 0 ? "no entry in particular" : "entry " + sequence;
    }
}
