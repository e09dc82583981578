package io.tidemark.fog.export;

import io.tidemark.fog.closedown.Lacking;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The day has entries of a journal that this machine does not have, or not that far. */
public final class JournalNotHere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalNotHere(LocalDate day, List<Lacking> lacking) {
        super(
                day
                        + " has "
                        + lacking.stream().map(Lacking::text).collect(Collectors.joining("; "))
                        + ": the device sends them again once it is connected, or"
                        + " ./tidemark gateway recover fetches what head office keeps");
    }
}
