package io.tidemark.fog.recover;

import io.tidemark.fog.forward.HeadOfficeAway;
import io.tidemark.ledger.Batch;
import io.tidemark.ledger.JournalId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What head office keeps for a store, as the store's gateway asks for it back. */
public interface Keeping {
    /**
     * Entries of one of this gateway's own journals.
     *
     * @return empty where there are no more
     */
    Optional<Batch> entries(int epoch, long from) throws HeadOfficeAway;

    /** Every sealed segment of this store. */
    List<Kept> archived() throws HeadOfficeAway;

    /** Puts a sealed segment into a file that does not exist yet. */
    void fetch(Kept segment, Path file) throws IOException;

    /**
     * A sealed segment.
     *
     * @param bytes of its sealed form
     */
    record Kept(JournalId journal, String segment, long bytes) {
        /** In a segment's name. */
        private static final Pattern END = Pattern.compile("-to-([0-9]{1,18})");

        /** Its last entry, as its name says; 0 where that says nothing. */
        public long end() {
            Matcher end = END.matcher(segment);
            return end.find() ? Long.parseLong(end.group(1)) : 0;
        }
    }
}
