package io.tidemark.fog.closedown;

import io.tidemark.fog.store.StoreState;
import io.tidemark.ledger.event.StoreDayClosed;
import java.util.List;

/** What became of the wish to close a day. */
public sealed interface Outcome {
    /**
     * @param repeated it had been closed by this very command before
     */
    record Closed(StoreState.Filed filed, boolean repeated) implements Outcome {}

    record Blocked(List<Blocker> blockers) implements Outcome {
        public Blocked {
            blockers = List.copyOf(blockers);
        }
    }

    /**
     * All that stands in the way are devices that may be left out, and nobody has allowed it.
     *
     * @param leftOut those that the day would be closed without
     */
    record AuthorityNeeded(List<String> leftOut) implements Outcome {
        public AuthorityNeeded {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Closed before by another command, and nothing has come since. */
    record AlreadyClosed(StoreDayClosed closed) implements Outcome {}

    /** The command's id stands for another wish. */
    record IdReused() implements Outcome {}

    /**
     * The store did not work on this day, nor could it have.
     *
     * @param why for a person
     */
    record NoDayOfStore(String why) implements Outcome {}

    /**
     * The disk takes no more: nothing was recorded, and it can be asked again.
     *
     * @param neededBytes that have to be free for it
     */
    record NoRoom(long usableBytes, long neededBytes) implements Outcome {}

    /**
     * Nothing was recorded, since an entry of it is larger than any may be.
     *
     * @param why for a person
     */
    record TooLarge(String why) implements Outcome {}
}
