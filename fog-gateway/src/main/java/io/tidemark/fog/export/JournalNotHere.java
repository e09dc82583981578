package io.tidemark.fog.export;

import io.tidemark.fog.closedown.Lacking;
import java.time.LocalDate;
import java.util.List;

/** The day has entries of a journal that this machine does not have, or not that far. */
public final class JournalNotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalNotHere(LocalDate day, List<Lacking> lacking) {
        super(Lacking.inWords(day.toString(), lacking));
    }
}
