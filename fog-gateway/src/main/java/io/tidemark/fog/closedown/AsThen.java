package io.tidemark.fog.closedown;

import io.tidemark.fog.intake.DeviceDays;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.closedown.DeviceDayFold;
import io.tidemark.ledger.closedown.StoreHistory;
import io.tidemark.ledger.event.MissingDevice;
import io.tidemark.ledger.event.StoreDayClosed;
import io.tidemark.ledger.event.TillDay;
import java.util.Optional;

/**
 * How far the journals had come when a close-down was signed, as it says itself.
 *
 * @param before what was closed before it
 * @param idleHadNotBegun whether devices that have nothing of the day had sent nothing at all when
 *     it was closed, which a close-down does not say
 */
record AsThen(StoreDayClosed signed, StoreHistory before, boolean idleHadNotBegun) {
    static AsThen of(StoreDayClosed signed, StoreHistory before) {
        return new AsThen(signed, before, false);
    }

    AsThen asIfIdleHadNotBegun() {
        return new AsThen(signed, before, true);
    }

    boolean isAnyIdle() {
        return signed.tills().stream()
                .anyMatch(till -> till.first() == 0 && till.continued() == null);
    }

    /** Of a journal that is not here: the last entry that was taken into account by then. */
    long taken(JournalId journal) {
        return Math.max(
                before.takenUpTo(signed.day(), journal),
                Math.max(
                        part(journal).map(TillDay::last).orElse(0L),
                        named(journal).map(MissingDevice::lastMark).orElse(0L)));
    }

    /** The same: a fold of what the close-down itself says of it, which is that it had nothing. */
    DeviceDayFold told(JournalId journal) {
        Optional<MissingDevice> named = named(journal);
        DeviceDayFold fold =
                new DeviceDayFold(
                        journal,
                        part(journal).map(TillDay::workstation).orElse(""),
                        signed.day(),
                        0,
                        before.currency());
        fold.reached(named.map(MissingDevice::lastMark).orElse(0L));
        return fold.waitedForOnlyOpen(part(journal).isPresent() && named.isEmpty())
                .known(named.map(this::knownEnd).orElse(0L));
    }

    private Optional<TillDay> part(JournalId journal) {
        return signed.tills().stream().filter(till -> till.isOf(journal)).findFirst();
    }

    private Optional<MissingDevice> named(JournalId journal) {
        return signed.without().stream().filter(missing -> missing.isOf(journal)).findFirst();
    }

    /** A device that was enrolled later had no part in it. */
    Optional<TillDay> part(DeviceDays journal) {
        return part(journal.id());
    }

    Optional<MissingDevice> named(DeviceDays journal) {
        return named(journal.id());
    }

    /** The last entry of it that this or an earlier close-down took into account. */
    long end(DeviceDays journal) {
        return Math.max(ownEnd(journal), takenUpTo(journal));
    }

    /** To the mark of a device left out, else to its day's last entry. */
    private long ownEnd(DeviceDays journal) {
        return named(journal)
                .map(MissingDevice::lastMark)
                .orElseGet(() -> part(journal).map(TillDay::last).orElse(0L));
    }

    long takenUpTo(DeviceDays journal) {
        return before.takenUpTo(signed.day(), journal.id());
    }

    /** One that was waited for in vain may have had nothing at all yet. */
    boolean hadBegun(DeviceDays journal) {
        if (idleHadNotBegun && part(journal).filter(part -> part.first() == 0).isPresent())
            return false;
        return named(journal).filter(missing -> missing.lastMark() == 0).isEmpty();
    }

    /** What a handheld had told of, and not brought yet, is not in its journal here. */
    long knownEnd(DeviceDays journal) {
        return named(journal)
                .map(missing ->
                        journal.opensByItself() ? missing.lastMark() + 1 : knownEnd(missing))
                .orElse(0L);
    }

    /** Only of a journal that is not worked with any more is this taken from the close-down. */
    long knownEnd(MissingDevice missing) {
        boolean hasLater =
                signed.tills().stream()
                        .filter(till -> till.device().equals(missing.device()))
                        .anyMatch(till -> till.epoch() > missing.epoch());
        return hasLater ? missing.lastMark() + 1 : 0;
    }
}
