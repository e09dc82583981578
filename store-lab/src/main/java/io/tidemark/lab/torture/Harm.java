package io.tidemark.lab.torture;

import java.util.Optional;

/** Something that is done to a shop while its tills sell. */
interface Harm {
    /** What is done to whom, for the log. */
    String what();

    /**
     * Does it.
     *
     * @return what shows that it bit, or empty if it did not
     */
    Optional<String> bite();

    /** Ends it; whatever it stopped is started again. */
    void heal();
}
